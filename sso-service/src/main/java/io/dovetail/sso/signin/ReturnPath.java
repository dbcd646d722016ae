package io.dovetail.sso.signin;

import io.dovetail.kit.identity.PublicUrl;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where the person goes after the sign-in: a path of this origin, or nothing (security.md G1). */
@ApplicationScoped
class ReturnPath {
    private static final int LONGEST = 1_000;
    private static final Pattern PLAIN_PATH = Pattern.compile("/(?![/\\\\])[A-Za-z0-9._~!$&'()*+,;=:@/?%-]*");
    private static final Pattern HIDDEN = Pattern.compile("(?i).*%(0[0-9a-f]|1[0-9a-f]|7f|5c|2f%2f).*");

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
        var acceptable =
                PLAIN_PATH.matcher(path).matches() && !HIDDEN.matcher(path).matches() && isRelative(path);
        return acceptable ? Optional.of(path) : Optional.empty();
    }

    private static boolean isRelative(String path) {
        try {
            var uri = URI.create(path);
            return uri.getHost() == null
                    && uri.getScheme() == null
                    && uri.normalize().toString().startsWith("/");
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }
}
