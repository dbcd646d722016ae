package io.dovetail.journey;

import java.util.Map;

/** Keycloak's side of the journey: one realm, one client. */
record KeycloakProvider(KeycloakRealm realm) implements Provider {
    static final String PASSWORD = "a-password-for-keycloak";

    @Override
    public String connect(String companyId, String spMetadata) {
        realm.connect(spMetadata);
        return realm.metadataUrl();
    }

    @Override
    public void assign(String username, String firstName, String lastName) {
        realm.addPerson(username, PASSWORD, firstName, lastName, username + "@works.example");
    }

    @Override
    public Page logIn(String username, FormBrowser browser, Page page) {
        var current = browser.continueWhileAutomatic(page);
        if (current.has("#kc-form-login")) {
            current = browser.submit(current, "#kc-form-login", Map.of("username", username, "password", PASSWORD));
        }
        return browser.continueWhileAutomatic(current);
    }
}
