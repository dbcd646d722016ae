package io.dovetail.sso.saml.response;

/** Ends the check at the rule that did not hold. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String expected;
    private final String received;

    Refused(Reason reason, String expected, String received) {
        super(reason.name(), null, false, false);
        this.reason = reason;
        this.expected = expected;
        this.received = received;
    }

    Reason reason() {
        return reason;
    }

    String expected() {
        return expected;
    }

    String received() {
        return received;
    }
}
