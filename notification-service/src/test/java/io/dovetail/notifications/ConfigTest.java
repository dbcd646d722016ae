package io.dovetail.notifications;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dovetail.notifications.delivery.RateConfig;
import io.dovetail.notifications.delivery.RetryConfig;
import io.dovetail.notifications.mail.MailConfig;
import io.dovetail.notifications.sending.SenderConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The defaults that the documentation promises. */
class ConfigTest {

    @Test
    void mailsComeFromTheAppByDefault() {
        var config = config(MailConfig.class);

        assertEquals("app@localhost", config.from());
        assertEquals("Dovetail", config.appName());
    }

    @Test
    void pausesDoubleFromFiveSecondsToAQuarterOfAnHour() {
        var config = config(RetryConfig.class);

        assertEquals(Duration.ofSeconds(5), config.firstPause());
        assertEquals(Duration.ofMinutes(15), config.longestPause());
    }

    @Test
    void mailsGoOutAsFastAsTheServerTakesThem() {
        var config = config(RateConfig.class);

        assertEquals(0, config.perCompany());
        assertEquals(0, config.inAll());
    }

    @Test
    void aLeaseOutlastsABatchOfMailsThatAllTimeOut() {
        var config = config(SenderConfig.class);

        assertEquals(4, config.threads());
        assertEquals(5, config.batch());
        assertEquals(Duration.ofMinutes(4), config.lease());
        assertEquals(Duration.ofSeconds(2), config.look());
        var timeout = Duration.ofSeconds(20);
        assertTrue(config.lease().compareTo(timeout.multipliedBy(2L * config.batch())) > 0);
    }

    private static <T> T config(Class<T> mapping) {
        return new SmallRyeConfigBuilder().withMapping(mapping).build().getConfigMapping(mapping);
    }
}
