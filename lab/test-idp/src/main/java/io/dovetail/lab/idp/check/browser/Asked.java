package io.dovetail.lab.idp.check.browser;

import io.dovetail.lab.idp.signin.AuthnRequest;
import java.util.Optional;

/**
 * The request that a service provider sent its browser to the provider with.
 *
 * @param relayState what the answer has to bring back, if anything
 */
public record Asked(AuthnRequest request, Optional<String> relayState) {}
