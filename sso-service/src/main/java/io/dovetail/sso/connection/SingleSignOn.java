package io.dovetail.sso.connection;

/** Whether a company's people come in through their provider. */
public enum SingleSignOn {
    OFF,
    ON_TRIAL,
    ON
}
