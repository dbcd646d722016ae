package io.dovetail.users.company;

/** Whether a company's people may work. */
public enum CompanyStatus {
    ACTIVE,
    SUSPENDED
}
