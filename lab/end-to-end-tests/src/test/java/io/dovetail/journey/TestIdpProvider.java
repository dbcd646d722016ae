package io.dovetail.journey;

import java.util.Map;

/** test-idp's side of the journey: an application for the company, one person of the list. */
record TestIdpProvider(String address) implements Provider {

    @Override
    public String connect(String companyId, String spMetadata) {
        var idp = Api.of(address);
        idp.post("/people", Map.of("username", "ada", "firstName", "Ada", "lastName", "Lovelace"));
        return idp.post(
                        "/applications",
                        Map.of("name", "Journey", "idpEntityId", companyId, "spMetadataXml", spMetadata))
                .expect(201)
                .json()
                .get("metadataUrl")
                .asText();
    }

    @Override
    public Page logIn(FormBrowser browser, Page page) {
        return logIn("ada", browser, page);
    }

    /** A sign-in from its first address on. */
    Page logIn(FormBrowser browser, String signInAddress) {
        return logIn(browser, browser.open(signInAddress));
    }

    /** A fresh browser's sign-in as somebody else of the list. */
    Page logInAs(String username, FormBrowser browser, String signInAddress) {
        return logIn(username, browser, browser.open(signInAddress));
    }

    private Page logIn(String username, FormBrowser browser, Page page) {
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
