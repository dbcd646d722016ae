package io.dovetail.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From the mail of a binding link, over its page and the provider, to a linked account. */
@ExtendWith(SharedStack.class)
class BindingLinkTest {

    @Test
    void linksTheAccountByTheMailsLinkBeforeEnable(Stack stack) {
        var company = Company.registered(stack);
        var administrator = company.administrator();
        var provider = new TestIdpProvider(stack.testIdpUrl());
        company.connect(administrator, provider);
        company.verify(administrator, provider, new FormBrowser());
        Eventually.until(
                "links may be sent",
                () -> administrator
                                .post("/api/bindings/" + company.id + "/send", Map.of())
                                .status()
                        == 202);
        var link = stack.awaitLink(company.email, "/bind/");

        scan(link);
        var browser = new FormBrowser();
        var page = browser.open(link);
        assertTrue(page.text().contains(company.email), page.toString());
        var linked = provider.logIn(browser, browser.submit(page, "#bind"));

        assertEquals(200, linked.status(), linked.toString());
        assertTrue(linked.text().contains("Your account is linked"), linked.toString());
        try (var events = new Events(stack.kafka())) {
            events.await(company, "binding-completed", "ada");
            company.enable(administrator);
            events.await(company, "connection-enabled", company.id);
            assertEquals(1, events.of(company, "link-issued").size());
        }
        var used = new FormBrowser().open(link);
        assertTrue(used.text().contains("linked already"), used.toString());
    }

    /** Mail scanners open pages and submit forms, but nobody lets them in at the provider. */
    private static void scan(String link) {
        for (var time = 0; time < 5; time++) {
            var scanner = new FormBrowser();
            scanner.submit(scanner.open(link), "#bind");
        }
    }
}
