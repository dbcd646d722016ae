package io.dovetail.users.user;

import io.dovetail.users.company.DomainName;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A mail address in the one form in which it is stored and compared: lower case, a dot-atom (RFC 5321, 4.1.2) at a
 * domain.
 */
public record EmailAddress(String text) {
    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL_PART = 64;
    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]++";
    private static final Pattern LOCAL_PART = Pattern.compile(ATOM + "(?:\\." + ATOM + ")*+");

    /** Empty if the text, spaces around it aside, is no mail address. */
    public static Optional<EmailAddress> find(String text) {
        var stripped = text.strip();
        var at = stripped.lastIndexOf('@');
        if (at < 1 || at > LONGEST_LOCAL_PART || stripped.length() > LONGEST) {
            return Optional.empty();
        }
        var localPart = stripped.substring(0, at);
        if (!LOCAL_PART.matcher(localPart).matches()) {
            return Optional.empty();
        }
        return DomainName.find(stripped.substring(at + 1))
                .map(domain -> localPart.toLowerCase(Locale.ROOT) + "@" + domain.text())
                .filter(address -> address.length() <= LONGEST)
                .map(EmailAddress::new);
    }

    /** @throws IllegalArgumentException if it was not validated before */
    public static EmailAddress of(String text) {
        return find(text).orElseThrow(() -> new IllegalArgumentException("not a mail address"));
    }

    public DomainName domain() {
        return DomainName.of(text.substring(text.lastIndexOf('@') + 1));
    }

    /** Keeps addresses out of logs. */
    @Override
    public String toString() {
        return "address at " + domain().text();
    }
}
