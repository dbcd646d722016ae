package io.dovetail.sso.copies;

import java.util.UUID;

/** State event {@code dovetail.company-changed.v1}, as far as it matters here. */
record CompanyChanged(UUID companyId, long revision, String name, String status, String singleSignOn) {}
