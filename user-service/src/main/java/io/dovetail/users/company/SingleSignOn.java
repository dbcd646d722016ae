package io.dovetail.users.company;

/** Whether the operator lets a company set up single sign-on. */
public enum SingleSignOn {
    ALLOWED,
    NOT_ALLOWED
}
