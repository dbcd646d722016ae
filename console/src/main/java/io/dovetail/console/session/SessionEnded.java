package io.dovetail.console.session;

/** A service no longer knows the session that a page was asked for with. */
class SessionEnded extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
