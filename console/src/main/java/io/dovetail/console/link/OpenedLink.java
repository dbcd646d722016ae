package io.dovetail.console.link;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;

/** The token of the link that this browser opened last; lives in a sealed cookie, out of the address bar. */
public record OpenedLink(String token) {
    /** How long a link's page may stay open before the mail's link must be opened again. */
    public static final Duration OPEN = Duration.ofHours(1);

    /**
     * Tells one opened link from another without giving the token away: who opened two mails must not send the first
     * page's password to the second page's account.
     */
    public String mark() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(digest)
                    .substring(0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Keeps the token out of logs. */
    @Override
    public String toString() {
        return "link " + mark();
    }
}
