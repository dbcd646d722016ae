package io.dovetail.sso.saml.response;

import java.time.Duration;
import java.util.Optional;

/**
 * Why a response is refused: for the company's administrator, never for the browser that brought it.
 *
 * @param received at most 200 characters of the value that did not fit
 * @param clockDifference the provider's clock less ours, once that much was read
 */
public record Refusal(Reason reason, String expected, String received, Optional<Duration> clockDifference)
        implements Verdict {
    private static final int LONGEST = 200;

    public Refusal {
        expected = shortened(expected);
        received = shortened(received);
    }

    /** Never within a surrogate pair, half of which no database takes. */
    private static String shortened(String value) {
        if (value.length() <= LONGEST) {
            return value;
        }
        var end = Character.isHighSurrogate(value.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
        return value.substring(0, end) + "…";
    }
}
