package io.dovetail.journey;

import java.util.List;
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
        var current = browser.continueWhileAutomatic(page);
        if (current.address().toString().startsWith(address)) {
            var form = current.document().select("form").stream()
                    .filter(candidate ->
                            candidate.text().contains("Ada") || candidate.html().contains("\"ada\""))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no log-in form for Ada on " + List.of(address)));
            current = browser.submit(current, form.cssSelector(), Map.of("username", "ada"));
        }
        return browser.continueWhileAutomatic(current);
    }
}
