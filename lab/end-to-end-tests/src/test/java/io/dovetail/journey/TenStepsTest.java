package io.dovetail.journey;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** All ten steps, on and off again, with each provider, by REST alone. */
@ExtendWith({SharedStack.class, SharedKeycloak.class})
class TenStepsTest {

    @Test
    void leadsThreePeopleOnAndOffWithPresetNone(Stack stack) {
        var steps = new TenSteps(stack, new TestIdpProvider(stack.testIdpUrl()));

        steps.walk(3);

        try (var events = new Events(stack.kafka())) {
            Silence.await(stack);
            new Recording("ten-steps").compare(events.story(steps.company()));
        }
    }

    /** The same company's beginning: on trial, with links that nobody has used. */
    @Test
    void mailsLinksToThreePeopleAtEnable(Stack stack) {
        var provider = new TestIdpProvider(stack.testIdpUrl());
        var company = Company.registered(stack);
        var crowd = Crowd.invited(stack, company, company.administrator(), provider, 2);
        crowd.one(1).acceptInvitation();
        company.makeReady(provider, new FormBrowser());

        company.enable(company.administrator());

        crowd.each(member -> stack.awaitLink(member.email, "/bind/"));
        try (var events = new Events(stack.kafka())) {
            Silence.await(stack);
            new Recording("enabled").compare(events.story(company));
        }
    }

    @Test
    void leadsThreeHundredPeopleOnAndOffWithPresetNone(Stack stack) {
        new TenSteps(stack, new TestIdpProvider(stack.testIdpUrl())).walk(300);
    }

    @Test
    void leadsThreePeopleOnAndOffWithKeycloak(Stack stack, Keycloak keycloak) {
        new TenSteps(stack, new KeycloakProvider(keycloak.newRealm())).walk(3);
    }

    /** Thirty unless {@code -Djourney.keycloak.people} says more: Keycloak takes its time for each sign-in. */
    @Test
    void leadsManyPeopleOnAndOffWithKeycloak(Stack stack, Keycloak keycloak) {
        var people = Integer.getInteger("journey.keycloak.people", 30);
        new TenSteps(stack, new KeycloakProvider(keycloak.newRealm())).walk(people);
    }
}
