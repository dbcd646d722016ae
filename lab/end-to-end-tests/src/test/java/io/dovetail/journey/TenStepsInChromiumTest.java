package io.dovetail.journey;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** All ten steps, on and off again, with each provider, by clicks alone: the administrator's and two members'. */
@Tag("https")
@ExtendWith(SharedStack.class)
class TenStepsInChromiumTest {

    @Test
    void leadsThreePeopleOnAndOffWithPresetNone(Stack stack) {
        try (var chromium = Chromium.start()) {
            var provider = new TestIdpInChromium(chromium, stack.testIdpUrl());
            new TenStepsInChromium(stack, Company.register(stack), chromium, provider, 0).walk();
        }
    }

    @Test
    void leadsThreePeopleOnAndOffWithKeycloak(Stack stack) {
        try (var keycloak = Keycloak.start();
                var chromium = Chromium.start()) {
            var provider = new KeycloakInChromium(new KeycloakProvider(keycloak));
            new TenStepsInChromium(stack, Company.register(stack), chromium, provider, 0).walk();
        }
    }

    /**
     * Thirty unless {@code -Djourney.chromium.people} says more; all but the administrator and two members follow their
     * mails by REST.
     */
    @Test
    void leadsManyPeopleOnAndOffWithPresetNone(Stack stack) {
        var people = Integer.getInteger("journey.chromium.people", 30);
        try (var chromium = Chromium.start()) {
            var provider = new TestIdpInChromium(chromium, stack.testIdpUrl());
            new TenStepsInChromium(stack, Company.register(stack), chromium, provider, people - 3).walk();
        }
    }
}
