package io.dovetail.users.user;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses have one written form. */
class EmailAddressTest {

    @ParameterizedTest
    @CsvSource({
        "ada@example.com, ada@example.com",
        "' Ada.Lovelace+x@EXAMPLE.com ', ada.lovelace+x@example.com",
        "o+hara@example.com, o+hara@example.com"
    })
    void hasOneForm(String text, String form) {
        assertEquals(Optional.of(form), EmailAddress.find(text).map(EmailAddress::text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "ada",
                "ada@",
                "@example.com",
                "ada@localhost",
                "a b@example.com",
                "ada@@example.com",
                ".ada@example.com",
                "ada.@example.com",
                "a..b@example.com",
                "ada@example.com\r\nBcc: x@example.com",
                "\"ada\"@example.com",
                "ada@example.com, eve@example.com",
                "<ada@example.com>",
                "аda@example.com"
            })
    void isNothingElse(String text) {
        assertTrue(EmailAddress.find(text).isEmpty(), text);
    }

    @Test
    void isBounded() {
        assertTrue(EmailAddress.find("a".repeat(65) + "@example.com").isEmpty());
        assertTrue(EmailAddress.find("a@" + "b".repeat(63) + "." + "c".repeat(300) + ".com")
                .isEmpty());
    }

    @Test
    void staysOutOfLogs() {
        assertFalse(EmailAddress.of("ada@example.com").toString().contains("ada"));
    }
}
