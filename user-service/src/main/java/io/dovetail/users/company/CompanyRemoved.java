package io.dovetail.users.company;

import java.util.UUID;

/** The data of {@code dovetail.company-removed.v1}: whoever knows something of this company forgets it. */
record CompanyRemoved(UUID companyId) {}
