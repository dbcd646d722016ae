package io.dovetail.users.wayin;

import java.util.UUID;

/** The data of {@code dovetail.way-in-asked.v1}: the person is to be told where to sign in. */
record WayInAsked(UUID companyId, String companyName, UUID userId, String email, String firstName, String signInUrl) {}
