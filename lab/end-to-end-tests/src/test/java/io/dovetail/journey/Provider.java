package io.dovetail.journey;

import java.util.Map;

/** An identity provider on another site than the app, as an administrator and a person meet it. */
interface Provider {

    /** Uploads the SP metadata; returns where the provider's own metadata is found. */
    String connect(String companyId, String spMetadata);

    /** What the connection is saved with, beside where the metadata is. */
    default Map<String, Object> settings() {
        return Map.of("provider", "NONE");
    }

    /** Gives the person an account at the provider and lets them use the app. */
    void assign(String username, String firstName, String lastName);

    /** Logs the person in on the provider's page, if it asks, and goes on until the browser is back at the app. */
    Page logIn(String username, FormBrowser browser, Page page);

    /** The administrator's own sign-in. */
    default Page logIn(FormBrowser browser, Page page) {
        return logIn(Company.ADMINISTRATOR, browser, page);
    }
}
