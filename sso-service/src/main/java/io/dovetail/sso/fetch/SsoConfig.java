package io.dovetail.sso.fetch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How far this installation trusts the network around it; both switches are for local use alone. */
@ConfigMapping(prefix = "dovetail.sso")
public interface SsoConfig {

    /** Whether metadata may be fetched from private and loopback addresses; default false. */
    @WithDefault("false")
    boolean allowPrivateAddresses();

    /** Whether providers may be reached by plain http; default false. */
    @WithDefault("false")
    boolean allowInsecureProviders();
}
