package io.dovetail.lab.idp.check.line;

/** The line does not apply to this service provider or to this run. */
public final class NotApplicable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotApplicable(String message) {
        super(message);
    }
}
