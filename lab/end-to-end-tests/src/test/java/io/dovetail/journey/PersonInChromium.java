package io.dovetail.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;

/** Somebody of a company who clicks through mails and pages in a browser of their own. */
record PersonInChromium(Stack stack, Chromium chromium, String username, String email) {
    private static final String AT_HOME = "You are signed in";

    /** While single sign-on is off: name and password by the invitation's link. */
    void acceptInvitation(String companyName, String firstName, String lastName) {
        openLink("/invitation/", "Welcome to " + companyName);
        assertEquals(email, chromium.text("#email"));
        chromium.fill("First name", firstName);
        chromium.fill("Last name", lastName);
        chromium.fill("Password", Company.PASSWORD);
        chromium.press("Come in");
        assertSignedInBy("password");
        assertTrue(chromium.text("#person").contains(firstName + " " + lastName), chromium.text("#person"));
    }

    /** By the mail's button, through the provider, into the app. */
    void bind(ProviderInChromium provider, String heading, String button) {
        openLink("/bind/", heading);
        assertEquals(email, chromium.text("#email"));
        chromium.press(button);
        provider.logIn(chromium, username);
        readTheProvidersAddress();
        assertSignedInBy("identity provider");
    }

    /** A provider that knows another address than the account's is named before the app opens. */
    private void readTheProvidersAddress() {
        chromium.page().locator("#provider-email, #person").first().waitFor();
        if (chromium.page().locator("#provider-email").count() > 0) {
            assertTrue(chromium.text("#provider-email").contains(email), chromium.text("#provider-email"));
            chromium.press("Go on");
        }
    }

    /** By the newest mail, then in by what was chosen. */
    void createPassword() {
        openLink("/password/", "Create your password");
        chromium.fill("Password", Company.PASSWORD);
        chromium.press("Create password");
        chromium.awaitPage("Sign in");
        signInWithPassword();
    }

    void signInWithPassword() {
        startSignIn();
        chromium.awaitPage("Sign in with a password");
        chromium.fill("Password", Company.PASSWORD);
        chromium.press("Sign in");
        assertSignedInBy("password");
    }

    /** Whoever knows the password page by heart finds it useless. */
    void isRefusedWithPassword() {
        chromium.open(stack.publicUrl() + "/sign-in/password");
        chromium.awaitPage("Sign in with a password");
        chromium.fill("E-mail address", email);
        chromium.fill("Password", Company.PASSWORD);
        chromium.pressAndAwait("Sign in", "Sign in with a password");
        assertTrue(chromium.shows("[role=alert]"), "the password still works");
    }

    /** One click: the provider knows the person still. */
    void signInThroughProvider() {
        startSignIn();
        assertCameBack();
    }

    /** After signing out at the provider, too. */
    void signInThroughProvider(ProviderInChromium provider) {
        startSignIn();
        provider.logIn(chromium, username);
        assertCameBack();
    }

    private void assertCameBack() {
        assertSignedInBy("identity provider");
        assertEquals(stack.publicUrl() + "/", chromium.page().url());
    }

    private void startSignIn() {
        chromium.open(stack.publicUrl() + "/sign-in");
        chromium.awaitPage("Sign in");
        chromium.fill("E-mail address", email);
        chromium.press("Continue");
    }

    void signOut() {
        goHome();
        chromium.press("Sign out");
        chromium.awaitPage("Sign in");
    }

    void goHome() {
        chromium.open(stack.publicUrl());
        chromium.awaitPage(AT_HOME);
    }

    /** Neither shown nor opened to a member. */
    void seesNoSettings() {
        goHome();
        assertTrue(chromium.text("#person").endsWith("member"), chromium.text("#person"));
        assertFalse(chromium.shows("a[href*='/settings/']"), "a member is led to the settings");
        for (var page : new String[] {"single-sign-on", "users", "audit", "mails"}) {
            chromium.open(stack.publicUrl() + "/settings/" + page);
            chromium.awaitPage("Only administrators come here");
        }
    }

    /** The token does not stay in the address bar. */
    private void openLink(String path, String heading) {
        var link = stack.awaitLink(email, path);
        chromium.open(link);
        chromium.awaitPage(heading);
        assertFalse(
                chromium.page().url().endsWith(URI.create(link).getPath()),
                chromium.page().url());
    }

    private void assertSignedInBy(String method) {
        chromium.awaitPage(AT_HOME);
        assertTrue(chromium.text("#person").contains(email), chromium.text("#person"));
        assertTrue(chromium.text("#method").contains(method), chromium.text("#method"));
    }
}
