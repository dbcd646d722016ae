package io.dovetail.lab.idp.answer;

/** The line does not apply to this service provider, this application or this run. */
public final class NotApplicable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotApplicable(String message) {
        super(message);
    }
}
