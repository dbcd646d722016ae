package io.dovetail.users.company;

import java.util.List;
import java.util.UUID;

/** A company as other features and operators see it. */
public record CompanyProfile(
        UUID companyId,
        String name,
        CompanyStatus status,
        SingleSignOn singleSignOn,
        List<String> domains,
        UUID firstAdministratorId) {}
