package io.dovetail.sso.refresh;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Providers on this machine may be read, and nothing happens by the clock but what a test brings about. */
public final class LocalProviders implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "dovetail.sso.allow-private-addresses", "true",
                "dovetail.sso.allow-insecure-providers", "true",
                "quarkus.scheduler.enabled", "false");
    }
}
