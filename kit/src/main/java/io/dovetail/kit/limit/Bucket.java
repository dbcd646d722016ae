package io.dovetail.kit.limit;

import io.dovetail.kit.identity.Secrets;

/**
 * What is left of a limit for somebody.
 *
 * @param kind what is limited, the same for all
 * @param who an address, an account: whoever has a bucket of their own
 */
public record Bucket(String kind, String who, Limit limit) {

    /** The only form in which anybody's address or account is stored. */
    String key() {
        return Secrets.sha256(kind + '\n' + who);
    }
}
