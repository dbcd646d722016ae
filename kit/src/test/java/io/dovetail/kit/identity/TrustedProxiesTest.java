package io.dovetail.kit.identity;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.StartupEvent;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody is asked who may speak for others: what would have to be looked up keeps the service from starting. */
class TrustedProxiesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.0.0.0/8",
                " 172.16.0.0/12",
                "0.0.0.0/0",
                "192.0.2.1/32",
                "::1/128",
                "2001:db8::/32"
            })
    void areAddressesAndNetworks(String proxy) {
        assertDoesNotThrow(() -> check("192.0.2.1", proxy));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "::1",
                "2001:db8::7",
                "proxy.example.com",
                "localhost",
                "10.0.0.0/33",
                "10.0.0.0/",
                "10.0.0.0/-1",
                "10.0.0.0/+8",
                "10.0.0/8",
                "::1/129",
                "proxy/8",
                "/8",
                "10.0.0.0/8 ",
                ""
            })
    void areNothingThatHasToBeLookedUp(String proxy) {
        var refused = assertThrows(IllegalArgumentException.class, () -> check("192.0.2.1", proxy));

        assertTrue(refused.getMessage().contains("'" + proxy + "'"), refused.getMessage());
    }

    private static void check(String... proxies) {
        new TrustedProxies(List.of(proxies)).check(new StartupEvent());
    }
}
