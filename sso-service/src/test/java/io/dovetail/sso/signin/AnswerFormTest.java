package io.dovetail.sso.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One SAMLResponse and at most one RelayState, and nothing that two readers could read differently. */
class AnswerFormTest {

    @ParameterizedTest
    @CsvSource({
        "SAMLResponse=a%2Bb%3D, a+b=, ''",
        "SAMLResponse=ab==, ab==, ''",
        "SAMLResponse=a+b&RelayState=%2Fx%20y, a b, /x y",
        "RelayState=&SAMLResponse=a, a, ''",
        "SAMLResponse=a&, a, ''",
        "SAMLResponse=a&&RelayState=b, a, b",
        "SAML%52esponse=a, a, ''",
        "SAMLResponse=a&Signature=b&SigAlg=c, a, ''",
        "SAMLResponse=a&RelayState=%C3%A4, a, ä",
        "SAMLResponse=a&RelayState=%ff, a, \ufffd",
        "SAMLResponse, '', ''"
    })
    void readsWhatProvidersPost(String body, String response, String relayState) {
        assertEquals(Optional.of(new AnswerForm(response, relayState)), read(body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "=",
                "=a",
                "a=b",
                "a=b&=&c",
                "SAMLResponse=a&=b",
                "SAMLResponse=%",
                "SAMLResponse=%4",
                "SAMLResponse=%zz",
                "SAMLResponse=%+1",
                "SAMLResponse=a&x=%4&y",
                "SAMLResponse=a&SAMLResponse=a",
                "SAMLResponse=a&SAML%52esponse=b",
                "SAMLResponse=a&RelayState=b&RelayState=b",
                "SAMLResponse=a&SAMLRequest=b",
                "samlresponse=a"
            })
    void readsNothingElse(String body) {
        assertEquals(Optional.empty(), read(body));
    }

    @ParameterizedTest
    @CsvSource({
        "SAMLResponse=b, false",
        "SAMLRequest=b, false",
        "RelayState=b, false",
        "x=%zz, false",
        "lang=en, true",
        "'', true"
    })
    void takesNoMessageFromTheQueryBesides(String query, boolean isRead) {
        var form = AnswerForm.read("SAMLResponse=a".getBytes(StandardCharsets.UTF_8), query);

        assertEquals(isRead, form.isPresent());
    }

    @Test
    void countsFieldsOnlySoFar() {
        var hundred = "SAMLResponse=a" + "&b=c".repeat(99);

        assertEquals(Optional.of(new AnswerForm("a", "")), read(hundred));
        assertEquals(Optional.empty(), read(hundred + "&b=c"));
    }

    private static Optional<AnswerForm> read(String body) {
        return AnswerForm.read(body.getBytes(StandardCharsets.UTF_8), null);
    }
}
