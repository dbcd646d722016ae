package io.dovetail.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.options.SameSiteAttribute;
import java.net.URI;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a browser keeps on the way to a sign-in, over https, with the provider on another site. */
@Tag("https")
@ExtendWith(SharedStack.class)
class JourneyInChromiumTest {

    @Test
    void leadsFromTheMailToASignInThroughTheProvider(Stack stack) {
        assertNotEquals(
                URI.create(stack.publicUrl()).getHost(),
                URI.create(stack.testIdpUrl()).getHost());
        var company = Company.register(stack);
        try (var chromium = Chromium.start()) {
            var provider = new TestIdpInChromium(chromium, stack.testIdpUrl());
            var ada = new PersonInChromium(stack, chromium, Company.ADMINISTRATOR, company.email);
            ada.createPassword();
            assertCookiesAreBoundToTheHost(stack, chromium);

            enable(SettingsInChromium.of(stack, chromium), provider, company);
            company.awaitSignInAddress();

            ada.signOut();
            assertNobodyIsSignedIn(stack, chromium);
            provider.signOut();
            ada.signInThroughProvider(provider);
            assertCookiesAreBoundToTheHost(stack, chromium);
            chromium.assertNoComplaint();
        }
    }

    /** The settings answer as soon as sso-service has heard of the company. */
    private static void enable(SettingsInChromium settings, ProviderInChromium provider, Company company) {
        settings.follow();
        var metadataUrl = provider.connect(company, settings.downloadSpMetadata());
        provider.assign(Company.ADMINISTRATOR, "Ada", "Lovelace");
        settings.save(metadataUrl);
        settings.verify(provider, Company.ADMINISTRATOR, "Ada Lovelace");
        settings.link();
        settings.enable();
    }

    /** Nor does the button Back show the page again. */
    private static void assertNobodyIsSignedIn(Stack stack, Chromium chromium) {
        assertTrue(
                chromium.cookies(stack.publicUrl()).stream().noneMatch(cookie -> cookie.name.endsWith("-session")),
                "the session's cookie is still there");
        chromium.page().goBack();
        chromium.awaitPage("Sign in");
    }

    private static void assertCookiesAreBoundToTheHost(Stack stack, Chromium chromium) {
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
