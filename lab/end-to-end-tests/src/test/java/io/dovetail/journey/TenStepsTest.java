package io.dovetail.journey;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** All ten steps, on and off again, with each provider, by REST alone. */
@ExtendWith(SharedStack.class)
class TenStepsTest {

    @Test
    void leadsThreePeopleOnAndOffWithPresetNone(Stack stack) {
        new TenSteps(stack, new TestIdpProvider(stack.testIdpUrl())).walk(3);
    }

    @Test
    void leadsThreeHundredPeopleOnAndOffWithPresetNone(Stack stack) {
        new TenSteps(stack, new TestIdpProvider(stack.testIdpUrl())).walk(300);
    }

    @Test
    void leadsThreePeopleOnAndOffWithKeycloak(Stack stack) {
        try (var keycloak = Keycloak.start()) {
            new TenSteps(stack, new KeycloakProvider(keycloak)).walk(3);
        }
    }

    @Test
    void leadsThreeHundredPeopleOnAndOffWithKeycloak(Stack stack) {
        try (var keycloak = Keycloak.start()) {
            new TenSteps(stack, new KeycloakProvider(keycloak)).walk(300);
        }
    }
}
