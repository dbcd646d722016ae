package io.dovetail.journey;

/** An identity provider on another site than the app, as an administrator and a person meet it. */
interface Provider {

    /** Uploads the SP metadata and assigns the person; returns where the provider's own metadata is found. */
    String connect(String companyId, String spMetadata);

    /** Logs the person in on the provider's page, if it asks, and goes on until the browser is back at the app. */
    Page logIn(FormBrowser browser, Page page);
}
