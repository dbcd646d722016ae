package io.dovetail.console.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.dovetail.console.web.ConsoleConfig;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is sealed opens for the same purpose, with one of the keys, unchanged, or not at all. */
class SealTest {
    private static final String OLD = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";
    private static final String NEW = "Hx4dHBsaGRgXFhUUExIREA8ODQwLCgkIBwYFBAMCAQA";
    private static final Content CONTENT = new Content("a word that must not show");

    record Content(String word) {}

    @Test
    void opensWhatItSealed() {
        var seal = seal(NEW);

        var sealed = seal.seal("purpose", CONTENT);

        assertEquals(Optional.of(CONTENT), seal.open("purpose", Content.class, sealed));
        assertFalse(sealed.contains("word"));
    }

    @Test
    void opensNothingThatWasSealedForAnotherPurpose() {
        var seal = seal(NEW);

        var sealed = seal.seal("purpose", CONTENT);

        assertTrue(seal.open("other purpose", Content.class, sealed).isEmpty());
    }

    @Test
    void stillOpensWhatTheFormerKeySealed() {
        var sealed = seal(OLD).seal("purpose", CONTENT);

        assertEquals(Optional.of(CONTENT), seal(NEW, OLD).open("purpose", Content.class, sealed));
        assertTrue(seal(NEW).open("purpose", Content.class, sealed).isEmpty());
    }

    @Test
    void sealsWithTheFirstKey() {
        var sealed = seal(NEW, OLD).seal("purpose", CONTENT);

        assertEquals(Optional.of(CONTENT), seal(NEW).open("purpose", Content.class, sealed));
    }

    @Test
    void opensNothingThatWasChanged() {
        var seal = seal(NEW);
        var sealed = seal.seal("purpose", CONTENT);

        for (var place = 0; place < sealed.length(); place += 7) {
            if (isLastOfItsPart(sealed, place)) {
                continue; // some of its bits mean nothing in base64url
            }
            var other = sealed.charAt(place) == 'A' ? 'B' : 'A';
            var changed = sealed.substring(0, place) + other + sealed.substring(place + 1);
            assertTrue(seal.open("purpose", Content.class, changed).isEmpty(), "changed at " + place);
        }
        assertTrue(seal.open("purpose", Content.class, "").isEmpty());
        assertTrue(seal.open("purpose", Content.class, "a.b.c.d.e").isEmpty());
    }

    private static boolean isLastOfItsPart(String sealed, int place) {
        return place + 1 == sealed.length() || sealed.charAt(place + 1) == '.';
    }

    @Test
    void refusesAKeyOfAnotherLength() {
        assertThrows(IllegalStateException.class, () -> seal("AAEC"));
    }

    private static Seal seal(String... keys) {
        return new Seal(new Configured(List.of(keys)), new ObjectMapper());
    }

    private record Configured(List<String> cookieKeys) implements ConsoleConfig, ConsoleConfig.Console {
        @Override
        public URI publicUrl() {
            return URI.create("https://app.example.com");
        }

        @Override
        public List<String> trustedProxies() {
            return List.of();
        }

        @Override
        public String apiUrl() {
            return "https://app.example.com";
        }

        @Override
        public ConsoleConfig.Console console() {
            return this;
        }
    }
}
