package io.dovetail.notifications.sending;

import java.util.Objects;

/** What the issuer of a link sealed: the address that goes into the mail. */
record LinkClaims(String url) {
    LinkClaims {
        Objects.requireNonNull(url);
    }

    /** Without the address, which is as good as a password. */
    @Override
    public String toString() {
        return "LinkClaims[…]";
    }
}
