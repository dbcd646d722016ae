package io.dovetail.kit.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tokens are random and stored as hashes. */
class SecretsTest {

    @Test
    void tokensAreTwoHundredAndFiftySixBitsAndNeverTheSame() {
        var tokens = Stream.generate(Secrets::newToken).limit(1_000).collect(Collectors.toSet());

        assertEquals(1_000, tokens.size());
        for (var token : tokens) {
            assertEquals(43, token.length());
            assertEquals(32, Base64.getUrlDecoder().decode(token).length);
        }
    }

    @Test
    void hashesAsFips180Says() {
        assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", Secrets.sha256("abc"));
    }

    @Test
    void comparesWholeTexts() {
        assertTrue(Secrets.same("abc", "abc"));
        assertFalse(Secrets.same("abc", "abcd"));
        assertFalse(Secrets.same("abc", "abC"));
    }
}
