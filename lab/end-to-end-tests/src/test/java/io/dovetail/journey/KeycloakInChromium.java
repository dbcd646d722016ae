package io.dovetail.journey;

/** Keycloak's log-in form, as a person fills it; its administrator uses the admin REST API. */
record KeycloakInChromium(KeycloakProvider provider) implements ProviderInChromium {
    private static final String FORM = "#kc-form-login";

    @Override
    public String connect(Company company, String spMetadata) {
        return provider.connect(company.id, spMetadata);
    }

    @Override
    public void assign(String username, String firstName, String lastName) {
        provider.assign(username, firstName, lastName);
    }

    @Override
    public Provider withoutBrowser() {
        return provider;
    }

    @Override
    public void logIn(Chromium person, String username) {
        var form = person.page().locator(FORM);
        form.waitFor();
        form.locator("[name=username]").fill(username);
        form.locator("[name=password]").fill(KeycloakProvider.PASSWORD);
        form.locator("[type=submit]").click();
    }
}
