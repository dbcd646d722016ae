package io.dovetail.lab.idp.check.line;

import io.dovetail.lab.idp.check.browser.Trail;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds out who an accepted sign-in was for, as the service provider knows the person. */
@FunctionalInterface
public interface WhoSignedIn {

    Optional<String> of(Trail accepted);

    /** By the first group of an expression in the last address or page. */
    static WhoSignedIn by(Pattern expression) {
        return trail -> {
            Matcher found = expression.matcher(trail.end() + "\n" + trail.body());
            return found.find() && found.groupCount() > 0 ? Optional.ofNullable(found.group(1)) : Optional.empty();
        };
    }

    /** Where it can't be seen. */
    static WhoSignedIn unseen() {
        return trail -> Optional.empty();
    }
}
