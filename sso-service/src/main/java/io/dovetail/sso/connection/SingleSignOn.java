package io.dovetail.sso.connection;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether a company's people come in through their provider. */
@Schema(name = "SingleSignOnState")
public enum SingleSignOn {
    OFF,
    ON_TRIAL,
    ON
}
