package io.dovetail.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.options.SameSiteAttribute;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The journey by clicks alone, over https, with the provider on another site. */
@Tag("https")
@ExtendWith(SharedStack.class)
class JourneyInChromiumTest {
    private static Stack stack;

    @BeforeAll
    static void take(Stack shared) {
        stack = shared;
    }

    @Test
    void leadsFromTheMailToASignInThroughTheProvider() throws IOException {
        assertNotEquals(
                URI.create(stack.publicUrl()).getHost(),
                URI.create(stack.testIdpUrl()).getHost());
        var company = Company.register(stack);
        try (var chromium = Chromium.start()) {
            var provider = new TestIdpInChromium(chromium, stack.testIdpUrl());
            createPassword(chromium, company);
            signInWithPassword(chromium, company);
            assertCookiesAreBoundToTheHost(chromium);

            openSettings(chromium);
            var metadataUrl = setUp(provider, company, downloadSpMetadata(chromium));
            saveAndVerify(chromium, provider, metadataUrl);
            linkAndEnable(chromium, company);

            signOut(chromium);
            signInThroughProvider(chromium, provider, company);
            assertCookiesAreBoundToTheHost(chromium);
            chromium.assertNoComplaint();
        }
    }

    private static void createPassword(Chromium chromium, Company company) {
        chromium.open(company.createPasswordLink());
        chromium.awaitPage("Create your password");
        assertFalse(chromium.page()
                .url()
                .endsWith(URI.create(company.createPasswordLink()).getPath()));
        chromium.fill("Password", Company.PASSWORD);
        chromium.press("Create password");
        chromium.awaitPage("Sign in");
    }

    private static void signInWithPassword(Chromium chromium, Company company) {
        chromium.fill("E-mail address", company.email);
        chromium.press("Continue");
        chromium.awaitPage("Sign in with a password");
        chromium.fill("Password", Company.PASSWORD);
        chromium.press("Sign in");
        chromium.awaitPage("You are signed in");
        assertTrue(chromium.text("#method").contains("password"), chromium.text("#method"));
    }

    /** The settings answer as soon as sso-service has heard of the company. */
    private static void openSettings(Chromium chromium) {
        chromium.follow("Single Sign-On");
        chromium.awaitPage("Single sign-on");
        assertEquals("Off", chromium.text("#state"));
    }

    private static String downloadSpMetadata(Chromium chromium) throws IOException {
        var download = chromium.page().waitForDownload(() -> chromium.follow("SP metadata file"));
        return Files.readString(download.path());
    }

    /** What the administrator does at the provider. */
    private static String setUp(TestIdpInChromium provider, Company company, String spMetadata) {
        provider.assign("ada", "Ada", "Lovelace");
        return provider.connect(company, spMetadata);
    }

    private static void saveAndVerify(Chromium chromium, TestIdpInChromium provider, String metadataUrl) {
        chromium.open(stack.publicUrl() + "/settings/single-sign-on");
        chromium.awaitPage("Single sign-on");
        chromium.fill("Address of the metadata", metadataUrl);
        chromium.press("Save");
        chromium.awaitAddress(stack.publicUrl() + "/settings/single-sign-on?done=saved");
        chromium.awaitPage("Single sign-on");
        chromium.press("Verify configuration");
        provider.logIn(chromium, "ada");
        chromium.awaitAddress(stack.publicUrl() + "/settings/single-sign-on?verification=");
        chromium.awaitPage("Single sign-on");
        assertEquals("Passed", chromium.text("#verification-status"));
        assertTrue(chromium.text("#identity").contains("Ada Lovelace"), chromium.text("#identity"));
    }

    /**
     * Enable asks for the binding, of which sso-service hears in a moment: until then the page says what is missing.
     */
    private static void linkAndEnable(Chromium chromium, Company company) {
        company.administrator();
        chromium.press("Link my account to this identity");
        chromium.awaitAddress(stack.publicUrl() + "/settings/single-sign-on?done=linked");
        chromium.awaitPage("Single sign-on");
        Eventually.until("single sign-on enabled", () -> {
            chromium.press("Enable single sign-on for this company");
            chromium.awaitPage("Single sign-on");
            return !"OFF".equals(chromium.page().locator("#state").getAttribute("data-state"));
        });
        company.awaitSignInAddress();
        company.awaitBindingKnownWhereSessionsOpen();
    }

    private static void signOut(Chromium chromium) {
        chromium.follow("Start page");
        chromium.awaitPage("You are signed in");
        chromium.press("Sign out");
        chromium.awaitPage("Sign in");
        assertTrue(
                chromium.cookies(stack.publicUrl()).stream().noneMatch(cookie -> cookie.name.endsWith("-session")),
                "the session's cookie is still there");
        chromium.page().goBack();
        chromium.awaitPage("Sign in");
    }

    private static void signInThroughProvider(Chromium chromium, TestIdpInChromium provider, Company company) {
        provider.signOut();
        chromium.open(stack.publicUrl());
        chromium.awaitPage("Sign in");
        chromium.fill("E-mail address", company.email);
        chromium.press("Continue");
        provider.logIn(chromium, "ada");
        chromium.awaitPage("You are signed in");
        assertEquals(stack.publicUrl() + "/", chromium.page().url());
        assertTrue(chromium.text("#person").contains(company.email), chromium.text("#person"));
        assertTrue(chromium.text("#method").contains("identity provider"), chromium.text("#method"));
    }

    private static void assertCookiesAreBoundToTheHost(Chromium chromium) {
        var cookies = chromium.cookies(stack.publicUrl());
        assertTrue(
                cookies.stream().anyMatch(cookie -> cookie.name.equals("__Host-dovetail-session")), "nobody signed in");
        for (var cookie : cookies) {
            assertTrue(cookie.name.startsWith("__Host-"), cookie.name);
            assertTrue(cookie.secure, cookie.name + " without Secure");
            assertTrue(cookie.httpOnly, cookie.name + " without HttpOnly");
            assertEquals(SameSiteAttribute.LAX, cookie.sameSite, cookie.name);
        }
    }
}
