package io.dovetail.lab.idp.signin;

import io.dovetail.lab.idp.application.Application;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in between its beginning and the person's choice.
 *
 * @param inResponseTo the request's id, or null for a tile
 * @param relayState echoed as it came, if it came
 */
record Pending(
        Application application,
        @Nullable String inResponseTo,
        @Nullable String relayState,
        boolean forceAuthn) {}
