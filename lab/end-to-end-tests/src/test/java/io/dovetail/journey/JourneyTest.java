package io.dovetail.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From the operator's one call to a person who is in through SSO, with each provider, by REST and a browser. */
@ExtendWith({SharedStack.class, SharedKeycloak.class})
class JourneyTest {

    @Test
    void signsOnePersonInThroughTestIdp(Stack stack) {
        walk(stack, new TestIdpProvider(stack.testIdpUrl()));
    }

    @Test
    void signsOnePersonInThroughKeycloak(Stack stack, Keycloak keycloak) {
        walk(stack, new KeycloakProvider(keycloak.newRealm()));
    }

    private static void walk(Stack stack, Provider provider) {
        try (var events = new Events(stack.kafka())) {
            var company = Company.register(stack);
            events.await(company, "company-changed", company.domain);
            events.await(company, "password-link-issued", company.email);

            company.createPassword();
            events.await(company, "mail-sent", "CREATE_PASSWORD");
            var administrator = company.administrator();
            events.await(company, "session-opened", "PASSWORD");

            company.connect(administrator, provider);
            var browser = new FormBrowser();
            var verification = company.verify(administrator, provider, browser);
            assertEquals("PASSED", verification.get("status").asText(), verification.toPrettyString());
            assertEquals("ada", verification.get("identity").get("samlId").asText());
            events.await(company, "connection-verified", verification.get("id").asText());

            company.link(administrator, browser, verification.get("id").asText());
            events.await(company, "sign-in-accepted", "BIND");
            events.await(company, "binding-changed", "BOUND");
            assertEquals(1, events.of(company, "binding-completed").size());

            company.enable(administrator);
            events.await(company, "connection-enabled", company.id);
            company.awaitBindingKnownWhereSessionsOpen();

            var home = provider.logIn(browser, browser.open(company.awaitSignInAddress()));
            assertEquals(stack.publicUrl() + "/", home.address().toString(), home.toString());
            assertTrue(home.text().contains("Ada"), home.toString());
            events.await(company, "sign-in-accepted", "SIGN_IN");
            events.await(company, "session-opened", "SSO");
            events.await(company, "connection-changed", "\"ON\"");
        }
    }

    @Test
    void tellsAPersonWhomNobodyBoundThatTheAccountIsNotLinked(Stack stack) {
        var company = Company.register(stack);
        var provider = new TestIdpProvider(stack.testIdpUrl());
        company.setUp(provider, new FormBrowser());
        provider.assign("nobody", "No", "Body");
        var browser = new FormBrowser();

        var page = provider.logIn("nobody", browser, browser.open(company.awaitSignInAddress()));

        assertEquals(403, page.status(), page.toString());
        assertTrue(page.text().contains("not linked"), page.toString());
    }
}
