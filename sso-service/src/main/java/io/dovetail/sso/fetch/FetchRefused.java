package io.dovetail.sso.fetch;

/** Why an address was not fetched; the message is for the administrator who gave it. */
public final class FetchRefused extends Exception {
    private static final long serialVersionUID = 1L;

    FetchRefused(String message) {
        super(message);
    }
}
