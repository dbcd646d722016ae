package io.dovetail.users.company;

import java.util.List;
import java.util.UUID;

/** The data of {@code dovetail.company-changed.v1}: a company as it is at present. */
record CompanyChanged(
        UUID companyId,
        long revision,
        String name,
        CompanyStatus status,
        SingleSignOn singleSignOn,
        List<String> domains) {}
