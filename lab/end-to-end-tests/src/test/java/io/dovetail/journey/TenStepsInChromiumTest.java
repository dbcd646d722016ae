package io.dovetail.journey;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** All ten steps, on and off again, with each provider, by clicks alone: the administrator's and two members'. */
@Tag("https")
@ExtendWith({SharedStack.class, SharedKeycloak.class})
class TenStepsInChromiumTest {
    /** All but the administrator and two members follow their mails by REST. */
    private static final int PEOPLE = Integer.getInteger("journey.chromium.people", 30);

    @Test
    void leadsThreePeopleOnAndOffWithPresetNone(Stack stack) {
        try (var chromium = Chromium.start()) {
            var provider = new TestIdpInChromium(chromium, stack.testIdpUrl());
            new TenStepsInChromium(stack, Company.register(stack), chromium, provider, 0).walk();
        }
    }

    @Test
    void leadsThreePeopleOnAndOffWithKeycloak(Stack stack, Keycloak keycloak) {
        walkWithKeycloak(stack, keycloak, 0);
    }

    @Test
    void leadsManyPeopleOnAndOffWithPresetNone(Stack stack) {
        try (var chromium = Chromium.start()) {
            var provider = new TestIdpInChromium(chromium, stack.testIdpUrl());
            new TenStepsInChromium(stack, Company.register(stack), chromium, provider, PEOPLE - 3).walk();
        }
    }

    @Test
    void leadsManyPeopleOnAndOffWithKeycloak(Stack stack, Keycloak keycloak) {
        walkWithKeycloak(stack, keycloak, PEOPLE - 3);
    }

    private static void walkWithKeycloak(Stack stack, Keycloak keycloak, int others) {
        try (var chromium = Chromium.start()) {
            var provider = new KeycloakInChromium(new KeycloakProvider(keycloak.newRealm()));
            new TenStepsInChromium(stack, Company.register(stack), chromium, provider, others).walk();
        }
    }
}
