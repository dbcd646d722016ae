package io.dovetail.console.web;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.StartupEvent;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody is asked who may speak for others: what would have to be looked up keeps the console from starting. */
class TrustedProxiesTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", " 10.0.0.0/8", "::1/128"})
    void areAddressesAndNetworks(String proxy) {
        assertDoesNotThrow(() -> check(proxy));
    }

    @ParameterizedTest
    @ValueSource(strings = {"::1", "proxy.example.com", "10.0.0.0/33", "::1/129", "proxy/8", ""})
    void areNothingThatHasToBeLookedUp(String proxy) {
        var refused = assertThrows(IllegalArgumentException.class, () -> check(proxy));

        assertTrue(refused.getMessage().contains("'" + proxy + "'"), refused.getMessage());
    }

    private static void check(String proxy) {
        new TrustedProxies(List.of("192.0.2.1", proxy)).check(new StartupEvent());
    }
}
