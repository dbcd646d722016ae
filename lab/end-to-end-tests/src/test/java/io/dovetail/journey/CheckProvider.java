package io.dovetail.journey;

import io.dovetail.lab.idp.check.ProviderServer;
import java.util.Map;

/** The provider of test-idp's check: it knows one person, asks for nothing and answers honestly. */
record CheckProvider(ProviderServer server) implements Provider {

    @Override
    public String connect(String companyId, String spMetadata) {
        return server.metadataUrl();
    }

    /** Our metadata is to name a key, so that encrypted answers can be checked too. */
    @Override
    public Map<String, Object> settings() {
        return Map.of("provider", "NONE", "encryptAssertions", true);
    }

    @Override
    public void assign(String username, String firstName, String lastName) {
        // Whoever comes is the one person that it knows
    }

    @Override
    public Page logIn(String username, FormBrowser browser, Page page) {
        return browser.continueWhileAutomatic(page);
    }
}
