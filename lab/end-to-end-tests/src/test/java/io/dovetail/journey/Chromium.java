package io.dovetail.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A real browser of one person with one tab, which remembers every complaint of its console and every breach of a
 * page's policy.
 */
final class Chromium implements AutoCloseable {
    private static final String TELL_BREACHES = """
            addEventListener("securitypolicyviolation",
                event => console.error("policy breached: " + event.violatedDirective + " " + event.blockedURI));
            """;
    private static final String UNLABELLED = """
            [...document.querySelectorAll("input:not([type=hidden]), select, textarea, button, a")]
                .filter(item => !item.hidden && !(item.labels?.length || item.textContent.trim() || item.ariaLabel))
                .map(item => item.outerHTML)
            """;

    private static final Pattern REFUSALS = Pattern.compile("status of (401|403|409)\\b");

    private final Playwright playwright;
    private final Browser browser;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints;

    private Chromium(Playwright playwright, Browser browser, List<String> complaints) {
        this.playwright = playwright;
        this.browser = browser;
        this.complaints = complaints;
        this.context = browser.newContext(new Browser.NewContextOptions().setIgnoreHTTPSErrors(true));
        context.setDefaultTimeout(Eventually.PATIENCE.toMillis());
        context.setDefaultNavigationTimeout(Eventually.PATIENCE.toMillis());
        context.addInitScript(TELL_BREACHES);
        context.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type()) && !tellsOfARefusal(message)) {
                complaints.add(message.page().url() + ": " + message.text());
            }
        });
        context.onWebError(error -> complaints.add(error.page().url() + ": " + error.error()));
        this.page = context.newPage();
    }

    static Chromium start() {
        var environment = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        var browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(installed())
                        .setArgs(List.of("--no-sandbox")));
        return new Chromium(playwright, browser, new ArrayList<>());
    }

    /** That of another person: no cookie is shared. It ends with this one, and its complaints are told by this one. */
    Chromium ofAnother() {
        return new Chromium(playwright, browser, complaints);
    }

    Page page() {
        return page;
    }

    void open(String address) {
        page.navigate(address);
    }

    /** Waits for the page of this heading, and looks it over as wide as on a desk and as narrow as on a phone. */
    void awaitPage(String heading) {
        page.getByRole(
                        AriaRole.HEADING,
                        new Page.GetByRoleOptions().setLevel(1).setName(heading).setExact(true))
                .waitFor();
        assertEquals(List.of(), page.evaluate(UNLABELLED), "without a name on " + page.url());
        for (var width : List.of(390, 1280)) {
            page.setViewportSize(width, 800);
            assertEquals(width, page.evaluate("document.documentElement.scrollWidth"), "scrolls aside: " + page.url());
        }
    }

    /** Waits until the address bar shows something that begins so. */
    void awaitAddress(String beginning) {
        page.waitForURL(address -> address.startsWith(beginning));
    }

    void fill(String label, String text) {
        page.getByLabel(label).fill(text);
    }

    void press(String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    /** Presses and waits for what comes of it, even when that has the same address and heading. */
    void pressAndAwait(String button, String heading) {
        page.evaluate("document.documentElement.dataset.left = ''");
        press(button);
        page.locator("html:not([data-left])").waitFor();
        awaitPage(heading);
    }

    void follow(String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
                .click();
    }

    String text(String selector) {
        return page.locator(selector).innerText();
    }

    /** The cookies that go to an address. */
    List<Cookie> cookies(String address) {
        return context.cookies(address);
    }

    boolean shows(String selector) {
        return page.locator(selector).count() > 0;
    }

    /** Chromium notes the status of every answer: a refusal that the page itself explains is no fault of the page. */
    private static boolean tellsOfARefusal(ConsoleMessage message) {
        return REFUSALS.matcher(message.text()).find()
                && message.location().startsWith(message.page().url());
    }

    void assertNoComplaint() {
        assertTrue(complaints.isEmpty(), String.join("\n", complaints));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static Path installed() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "chromium"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("chromium is not installed; ./test installs it"));
    }
}
