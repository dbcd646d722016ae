package io.dovetail.kit.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every address that we hand out begins with the configured origin. */
class PublicUrlTest {

    @ParameterizedTest
    @CsvSource({
        "https://app.example.com, https://app.example.com",
        "https://app.example.com/, https://app.example.com",
        "http://localhost:8080/, http://localhost:8080"
    })
    void isAnOriginWithoutASlashAtItsEnd(String configured, String origin) {
        var publicUrl = new PublicUrl(URI.create(configured));

        assertEquals(origin, publicUrl.origin());
        assertEquals(URI.create(origin), publicUrl.uri());
        assertEquals(origin + "/sign-in", publicUrl.resolve("/sign-in"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "app.example.com",
                "/app",
                "https://app.example.com/sso",
                "https://app.example.com?a=b",
                "https://app.example.com#top",
                "https://name:secret@app.example.com",
                "ftp://app.example.com"
            })
    void refusesWhatIsNotAnOriginOfTheWeb(String configured) {
        assertThrows(IllegalArgumentException.class, () -> new PublicUrl(URI.create(configured)));
    }

    @Test
    void isSecureWithHttpsAlone() {
        assertTrue(new PublicUrl(URI.create("https://app.example.com")).secure());
        assertFalse(new PublicUrl(URI.create("http://localhost:8080")).secure());
    }
}
