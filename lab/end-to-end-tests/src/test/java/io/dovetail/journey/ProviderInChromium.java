package io.dovetail.journey;

/** An identity provider on another site than the app, as an administrator and a person meet it in Chromium. */
interface ProviderInChromium {

    /** Uploads the SP metadata; returns where the provider's own metadata is found. */
    String connect(Company company, String spMetadata);

    /** Gives the person an account at the provider and lets them use the app; after {@link #connect}. */
    void assign(String username, String firstName, String lastName);

    /** Waits for the provider's log-in page and logs the person in there. */
    void logIn(Chromium person, String username);

    /** The same provider as people meet it whose browser is none. */
    Provider withoutBrowser();
}
