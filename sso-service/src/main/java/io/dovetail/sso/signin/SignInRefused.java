package io.dovetail.sso.signin;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Deed {@code dovetail.sign-in-refused.v1}; {@code purpose} is null when no sign-in was started here. */
record SignInRefused(
        UUID companyId, UUID signInId, @Nullable Purpose purpose, String reason, String wordCode) {}
