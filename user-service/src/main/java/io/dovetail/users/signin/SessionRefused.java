package io.dovetail.users.signin;

import java.util.UUID;

/** The data of {@code dovetail.session-refused.v1}: the provider's answer was accepted, and still nobody is in. */
record SessionRefused(UUID companyId, UUID signInId, RefusalReason reason) {}
