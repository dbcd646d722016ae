package io.dovetail.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** Settings → Organization → Single Sign-On, as an administrator clicks through it. */
record SettingsInChromium(Chromium chromium, String address) {
    private static final String HEADING = "Single sign-on";

    static SettingsInChromium of(Stack stack, Chromium chromium) {
        return new SettingsInChromium(chromium, stack.publicUrl() + "/settings/single-sign-on");
    }

    /** From the start page. */
    void follow() {
        chromium.follow("Single Sign-On");
        chromium.awaitPage(HEADING);
    }

    void open() {
        chromium.open(address);
        chromium.awaitPage(HEADING);
    }

    String state() {
        return chromium.text("#state");
    }

    /** Preset None is chosen already; the Company ID is copied by its button. */
    void assertOffersToCopy(String companyId) {
        assertEquals("NONE", chromium.page().locator("[name=provider]").inputValue());
        assertEquals(companyId, chromium.text("#company-id"));
        chromium.page().locator("button[data-copy=company-id]").click();
        chromium.page().locator("#copied:has-text('Copied: " + companyId + "')").waitFor();
    }

    String downloadSpMetadata() {
        var download = chromium.page().waitForDownload(() -> chromium.follow("SP metadata file"));
        try {
            return Files.readString(download.path());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void save(String metadataUrl) {
        open();
        chromium.fill("Address of the metadata", metadataUrl);
        chromium.pressAndAwait("Save", HEADING);
        assertTrue(chromium.text("#notice").startsWith("Saved as a draft"), chromium.text("#notice"));
    }

    /** A real sign-in whose result is a list of checks. */
    void verify(ProviderInChromium provider, String username, String fullName) {
        chromium.press("Verify configuration");
        provider.logIn(chromium, username);
        chromium.awaitAddress(address + "?verification=");
        chromium.awaitPage(HEADING);
        assertEquals("Passed", chromium.text("#verification-status"));
        assertTrue(chromium.text("#identity").contains(fullName), chromium.text("#identity"));
    }

    void link() {
        chromium.pressAndAwait("Link my account to this identity", HEADING);
        assertTrue(chromium.text("#notice").contains("linked"), chromium.text("#notice"));
    }

    void assertWarnsBeforeEnable() {
        var warning = chromium.page().locator("p.message:has-text('Before you enable')");
        assertTrue(warning.innerText().contains("passwords stop working"), warning.innerText());
    }

    /** Enable asks for the binding, of which it hears in a moment: until then the page says what is missing. */
    void enable() {
        Eventually.until("single sign-on enabled", () -> {
            chromium.pressAndAwait("Enable single sign-on for this company", HEADING);
            return !chromium.shows("#missing");
        });
        assertEquals(8, chromium.page().locator("#recovery-codes li").count());
        assertTrue(chromium.shows("#trial-end"), "no word of the trial");
    }

    void disable() {
        open();
        assertEquals("On", state());
        chromium.pressAndAwait("Disable single sign-on for this company", HEADING);
        assertEquals("Off", state());
    }

    /** Offered to whoever has just disabled; for a moment passwords may not be on everywhere. */
    void setOwnPassword(String password) {
        Eventually.until("the password is set on the spot", () -> {
            chromium.fill("Your new password", password);
            chromium.pressAndAwait("Set my password", HEADING);
            return chromium.page().url().endsWith("?done=password");
        });
    }
}
