package io.dovetail.journey;

import com.microsoft.playwright.Page;
import java.util.Map;

/**
 * test-idp's pages, as an administrator and a person click through them.
 *
 * @param chromium the administrator's
 */
record TestIdpInChromium(Chromium chromium, String address) implements ProviderInChromium {
    private static final String ADD_PERSON = "form[action='/people']";
    private static final String ADD_APPLICATION = "form[action='/applications']";

    @Override
    public void assign(String username, String firstName, String lastName) {
        chromium.open(address);
        submit(ADD_PERSON, Map.of("username", username, "firstName", firstName, "lastName", lastName));
    }

    /** An application for the company, made from its SP metadata. */
    @Override
    public String connect(Company company, String spMetadata) {
        chromium.open(address);
        submit(
                ADD_APPLICATION,
                Map.of(
                        "name",
                        company.domain,
                        "idpEntityId",
                        company.id,
                        "spMetadataXml",
                        spMetadata,
                        "firstNameAttribute",
                        "first_name",
                        "lastNameAttribute",
                        "last_name",
                        "samlIdAttribute",
                        "saml_id"));
        var row = chromium.page().locator("tr", new Page.LocatorOptions().setHasText(company.domain));
        return address + row.locator("a[href$='/metadata']").getAttribute("href");
    }

    @Override
    public void logIn(Chromium person, String username) {
        person.awaitAddress(address);
        person.page().locator("button[name=username][value='" + username + "']").click();
    }

    @Override
    public Provider withoutBrowser() {
        return new TestIdpProvider(address);
    }

    void signOut() {
        chromium.open(address);
        chromium.press("Sign out here");
        chromium.awaitAddress(address + "/");
    }

    private void submit(String selector, Map<String, String> fields) {
        var form = chromium.page().locator(selector);
        fields.forEach((name, value) -> form.locator("[name=" + name + "]").fill(value));
        form.locator("button").click();
    }
}
