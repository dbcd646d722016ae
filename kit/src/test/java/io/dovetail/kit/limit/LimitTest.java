package io.dovetail.kit.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What limits count, and what for. */
class LimitTest {

    @Test
    void hasTheDocumentedDefaults() {
        var config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(RateLimitConfig.class)
                .build()
                .getConfigMapping(RateLimitConfig.class);

        assertEquals(
                List.of(1_200, 12_000, 60),
                List.of(config.perAddress(), config.perCompany(), config.perAddressAndCompany()));
    }

    @Test
    void whatTwoMinutesAllowMayComeAtOnce() {
        assertEquals(new Limit(2_400, Duration.ofMinutes(2)), Limit.perMinute(1_200));
    }

    @Test
    void aLimitThatLetsNothingThroughIsNone() {
        assertThrows(IllegalArgumentException.class, () -> new Limit(0, Duration.ofMinutes(1)));
        assertThrows(IllegalArgumentException.class, () -> new Limit(1, Duration.ZERO));
    }

    @Test
    void theHighestLimitsCountInMicroseconds() {
        var most = Limit.perMinute(1_000_000);

        assertEquals(60, most.step());
        assertEquals(Duration.ofMinutes(2).toNanos() / 1_000, most.room());
        assertTrue(Limit.perMinute(1_000_000_000).step() > 0);
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7",
        "2001:db8:0:0:0:0:0:7, 20010db800000000/64",
        "2001:db8::ffff:1, 20010db800000000/64",
        "2001:db8:0:1::7, 20010db800000001/64",
        "::ffff:203.0.113.7, 203.0.113.7",
        "no:address, unknown"
    })
    void anIpv6AddressCountsByThe64ThatOneCustomerHas(String address, String network) {
        assertEquals(network, ClientNetwork.of(address));
    }

    @Test
    void whatIsLimitedHasABucketOfItsOwn() {
        var limit = Limit.perMinute(1);

        assertNotEquals(new Bucket("one", "a", limit).key(), new Bucket("other", "a", limit).key());
        assertNotEquals(new Bucket("one", "a", limit).key(), new Bucket("one", "b", limit).key());
    }
}
