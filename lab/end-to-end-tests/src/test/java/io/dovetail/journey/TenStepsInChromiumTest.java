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
            new TenStepsInChromium(stack, Company.register(stack), chromium, provider).walk();
        }
    }

    @Test
    void leadsThreePeopleOnAndOffWithKeycloak(Stack stack) {
        try (var keycloak = Keycloak.start();
                var chromium = Chromium.start()) {
            var provider = new KeycloakInChromium(new KeycloakProvider(keycloak));
            new TenStepsInChromium(stack, Company.register(stack), chromium, provider).walk();
        }
    }
}
