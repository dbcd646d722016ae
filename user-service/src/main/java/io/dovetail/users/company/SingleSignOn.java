package io.dovetail.users.company;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether the operator lets a company set up single sign-on. */
@Schema(name = "Entitlement")
public enum SingleSignOn {
    ALLOWED,
    NOT_ALLOWED
}
