package io.dovetail.users.company;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A mail domain in the one form in which it is stored and compared: lower case, ASCII (RFC 5890 A-labels).
 *
 * @param text has at least one dot
 */
public record DomainName(String text) {
    private static final int LONGEST = 253;
    private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
    private static final Pattern FORM = Pattern.compile("(?:" + LABEL + "\\.)+" + LABEL);

    /** Empty if the text is no domain name of at least two labels. */
    public static Optional<DomainName> find(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var ascii = IDN.toASCII(text, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            var fits = ascii.length() <= LONGEST && FORM.matcher(ascii).matches();
            return fits ? Optional.of(new DomainName(ascii)) : Optional.empty();
        } catch (IllegalArgumentException notADomain) {
            return Optional.empty();
        }
    }

    /** @throws IllegalArgumentException if it was not validated before */
    public static DomainName of(String text) {
        return find(text).orElseThrow(() -> new IllegalArgumentException("not a domain name"));
    }
}
