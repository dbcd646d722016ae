package io.dovetail.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
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
        var signedIn = new ArrayList<Page>();
        for (var time = 0; time < 3; time++) {
            signedIn.add(provider.logIn(browser, signInAddress));
        }
        var registeredMeanwhile = Company.register(stack);
        stack.start("kafka");

        signedIn.forEach(page -> assertTrue(page.text().contains("Ada"), page.toString()));
        registeredMeanwhile.createPassword();
        registeredMeanwhile.signInWithPassword();
        company.awaitOutcomes(3);
        try (var events = new Events(stack.kafka())) {
            Eventually.until(
                    "the sessions in the stream",
                    () -> ids(events, company, "session-opened", "SSO").size() == 3);
            assertEquals(3, ids(events, company, "sign-in-accepted", "SIGN_IN").size());
            events.await(registeredMeanwhile, "session-opened", "PASSWORD");
        }
        assertEquals(1, stack.mails(registeredMeanwhile.email).size(), "one mail for one link");
    }

    private static List<String> ids(Events events, Company company, String name, String text) {
        return events.of(company, name).stream()
                .filter(event -> event.data().contains(text))
                .map(Events.Seen::id)
                .distinct()
                .toList();
    }
}
