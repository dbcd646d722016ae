package io.dovetail.journey;

import java.util.Map;

/** Keycloak's side of the journey: one realm, one person. */
record KeycloakProvider(Keycloak keycloak) implements Provider {
    private static final String PASSWORD = "a-password-for-keycloak";

    @Override
    public String connect(String companyId, String spMetadata) {
        keycloak.connect(spMetadata);
        keycloak.addPerson("ada", PASSWORD, "Ada", "Lovelace", "ada@works.example");
        return keycloak.metadataUrl();
    }

    @Override
    public Page logIn(FormBrowser browser, Page page) {
        var current = browser.continueWhileAutomatic(page);
        if (current.has("#kc-form-login")) {
            current = browser.submit(current, "#kc-form-login", Map.of("username", "ada", "password", PASSWORD));
        }
        return browser.continueWhileAutomatic(current);
    }
}
