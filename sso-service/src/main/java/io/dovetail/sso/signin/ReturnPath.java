package io.dovetail.sso.signin;

import io.dovetail.kit.identity.PublicUrl;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where the person goes after the sign-in: a path of this origin, or nothing (security.md G1). */
@ApplicationScoped
class ReturnPath {
    private static final int LONGEST = 1_000;

    /** SAML Bindings 3.4.3. */
    private static final int LONGEST_RELAY_STATE = 80;

    private static final Pattern PLAIN = Pattern.compile("/(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*");
    private static final Pattern ENCODED = Pattern.compile("%([0-9A-Fa-f]{2})");
    private static final Pattern HIDDEN = Pattern.compile("[\\x00-\\x1f\\x7f\\\\]");
    private static final Pattern CLIMBING = Pattern.compile("(?:^|/)\\.\\.?(?:/|$)");

    private final PublicUrl publicUrl;

    ReturnPath(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    /** An absolute address of this origin counts as its path; anything else as none. */
    Optional<String> of(@Nullable String given) {
        if (given == null || given.length() > LONGEST) {
            return Optional.empty();
        }
        var path = given.startsWith(publicUrl.origin() + "/")
                ? given.substring(publicUrl.origin().length())
                : given;
        return PLAIN.matcher(path).matches() && staysHere(path) ? Optional.of(path) : Optional.empty();
    }

    /** As above; the standard gives a RelayState 80 bytes. */
    Optional<String> ofRelayState(String given) {
        return given.getBytes(StandardCharsets.UTF_8).length > LONGEST_RELAY_STATE ? Optional.empty() : of(given);
    }

    /** Whoever stands behind us may decode once more than we do: every reading must be a path of this origin. */
    private static boolean staysHere(String given) {
        var query = given.indexOf('?');
        var path = query < 0 ? given : given.substring(0, query);
        for (var reading = given; ; ) {
            if (path.startsWith("//")
                    || CLIMBING.matcher(path).find()
                    || HIDDEN.matcher(reading).find()) {
                return false;
            }
            var next = decoded(reading);
            if (next.equals(reading)) {
                return true;
            }
            reading = next;
            path = decoded(path);
        }
    }

    /** Byte by byte, which is enough to see what this looks for; each pass is shorter than the one before. */
    private static String decoded(String text) {
        return ENCODED.matcher(text)
                .replaceAll(
                        match -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(match.group(1), 16))));
    }
}
