package io.dovetail.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The broker is killed like any process: people still sign in, and nothing of the meantime is lost or done twice. */
@ExtendWith(SharedStack.class)
class KafkaDownTest {

    @Test
    void signsABoundPersonInWithoutKafkaAndCatchesUpAfterwards(Stack stack) {
        var company = Company.register(stack);
        var provider = new TestIdpProvider(stack.testIdpUrl());
        var browser = new FormBrowser();
        company.setUp(provider, browser);
        var signInAddress = company.awaitSignInAddress();
        company.awaitBindingKnownWhereSessionsOpen();

        stack.kill("kafka");
        var signedIn = new java.util.ArrayList<Page>();
        for (var time = 0; time < 3; time++) {
            signedIn.add(provider.logIn(browser, browser.open(signInAddress)));
        }
        stack.start("kafka");

        signedIn.forEach(page -> assertTrue(page.text().contains("Ada"), page.toString()));
        try (var events = new Events(stack.kafka())) {
            Eventually.until(
                    "three sessions in the stream",
                    () -> events.of(company, "session-opened").stream()
                                    .filter(event -> event.data().contains("SSO"))
                                    .map(Events.Seen::id)
                                    .distinct()
                                    .count()
                            == 3);
            var accepted = new HashSet<String>();
            events.of(company, "sign-in-accepted").stream()
                    .filter(event -> event.data().contains("SIGN_IN"))
                    .forEach(event -> accepted.add(event.id()));
            assertEquals(3, accepted.size());
            company.awaitOutcomes(3);
        }
    }
}
