package io.dovetail.sso.signin;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The two fields of the HTTP-POST binding (SAML Bindings 3.5.4), read strictly: one SAMLResponse, at most one
 * RelayState, nothing in the query besides (security.md F17).
 *
 * @param relayState empty when there is none
 */
record AnswerForm(String samlResponse, String relayState) {
    private static final String RESPONSE = "SAMLResponse";
    private static final String RELAY_STATE = "RelayState";
    private static final String REQUEST = "SAMLRequest";

    /** Providers send two or three. */
    private static final int MOST_FIELDS = 100;

    /** Empty for whatever two readers could read differently. */
    static Optional<AnswerForm> read(byte[] body, @Nullable String query) {
        try {
            var responses = new ArrayList<String>();
            var relayStates = new ArrayList<String>();
            for (var field : fields(new String(body, StandardCharsets.ISO_8859_1))) {
                switch (field.name()) {
                    case RESPONSE -> responses.add(field.value());
                    case RELAY_STATE -> relayStates.add(field.value());
                    case REQUEST -> throw new Malformed();
                    default -> {}
                }
            }
            if (responses.size() != 1 || relayStates.size() > 1 || isMessage(query)) {
                return Optional.empty();
            }
            return Optional.of(new AnswerForm(responses.get(0), relayStates.isEmpty() ? "" : relayStates.get(0)));
        } catch (Malformed malformed) {
            return Optional.empty();
        }
    }

    private static boolean isMessage(@Nullable String query) throws Malformed {
        return query != null
                && fields(query).stream().map(Field::name).anyMatch(List.of(RESPONSE, RELAY_STATE, REQUEST)::contains);
    }

    private record Field(String name, String value) {}

    /** Ends the reading; it says nothing of what was met. */
    private static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        Malformed() {
            super("malformed", null, false, false);
        }
    }

    /** A second equals sign belongs to the value: base64 ends with it. */
    private static List<Field> fields(String text) throws Malformed {
        var fields = new ArrayList<Field>();
        for (var start = 0; start < text.length(); ) {
            var next = text.indexOf('&', start);
            var end = next < 0 ? text.length() : next;
            if (end > start) {
                var sign = text.indexOf('=', start);
                var middle = sign < 0 || sign > end ? end : sign;
                var name = decoded(text.substring(start, middle));
                if (name.isEmpty() || fields.size() == MOST_FIELDS) {
                    throw new Malformed();
                }
                fields.add(new Field(name, middle == end ? "" : decoded(text.substring(middle + 1, end))));
            }
            start = end + 1;
        }
        return fields;
    }

    /** In UTF-8, whatever the Content-Type says of it; bytes that are no text become U+FFFD. */
    private static String decoded(String text) throws Malformed {
        var bytes = new ByteArrayOutputStream(text.length());
        for (var i = 0; i < text.length(); i++) {
            var character = text.charAt(i);
            if (character == '%') {
                bytes.write(hexadecimal(text, i + 1) << 4 | hexadecimal(text, i + 2));
                i += 2;
            } else {
                bytes.write(character == '+' ? ' ' : character);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static int hexadecimal(String text, int index) throws Malformed {
        var digit = index < text.length() ? Character.digit(text.charAt(index), 16) : -1;
        if (digit < 0) {
            throw new Malformed();
        }
        return digit;
    }
}
