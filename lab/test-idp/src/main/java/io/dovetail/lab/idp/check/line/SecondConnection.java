package io.dovetail.lab.idp.check.line;

import io.dovetail.lab.idp.IdpKeys;
import java.net.URI;
import java.util.Optional;

/**
 * Another connection of the same product, under the same entity id of the provider.
 *
 * @param keys what it trusts, where these are others than the first connection's
 */
public record SecondConnection(ServiceProvider serviceProvider, URI start, Optional<IdpKeys> keys) {}
