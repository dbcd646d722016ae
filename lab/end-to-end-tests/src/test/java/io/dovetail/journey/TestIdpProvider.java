package io.dovetail.journey;

import java.util.Map;

/** test-idp's side of the journey: an application for each company, people for all of them. */
record TestIdpProvider(String address) implements Provider {

    @Override
    public String connect(String companyId, String spMetadata) {
        return Api.of(address)
                .post("/applications", Map.of("name", "Journey", "idpEntityId", companyId, "spMetadataXml", spMetadata))
                .expect(201)
                .json()
                .get("metadataUrl")
                .asText();
    }

    @Override
    public void assign(String username, String firstName, String lastName) {
        Api.of(address)
                .post("/people", Map.of("username", username, "firstName", firstName, "lastName", lastName))
                .expect(201);
    }

    /** A sign-in from its first address on. */
    Page logIn(FormBrowser browser, String signInAddress) {
        return logIn(browser, browser.open(signInAddress));
    }

    @Override
    public Page logIn(String username, FormBrowser browser, Page page) {
        var current = browser.continueWhileAutomatic(page);
        if (current.address().toString().startsWith(address)) {
            var form = current.document().select("form").stream()
                    .filter(candidate -> candidate.html().contains("\"" + username + "\""))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no log-in form for " + username + " on " + address));
            current = browser.submit(current, form.cssSelector(), Map.of("username", username));
        }
        return browser.continueWhileAutomatic(current);
    }
}
