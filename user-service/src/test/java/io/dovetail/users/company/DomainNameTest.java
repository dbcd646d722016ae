package io.dovetail.users.company;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Domains have one written form. */
class DomainNameTest {

    @ParameterizedTest
    @CsvSource({
        "example.com, example.com",
        "EXAMPLE.Com, example.com",
        "a-b.example.co.uk, a-b.example.co.uk",
        "bücher.example, xn--bcher-kva.example"
    })
    void hasOneForm(String text, String form) {
        assertEquals(Optional.of(new DomainName(form)), DomainName.find(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                ".example.com",
                "example.com.",
                "exa mple.com",
                "-a.example",
                "a-.example",
                "a..example",
                "a_b.example",
                "example.com/x",
                "user@example.com",
                "a\u0000b.example"
            })
    void isNothingElse(String text) {
        assertTrue(DomainName.find(text).isEmpty(), text);
    }
}
