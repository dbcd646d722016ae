package io.dovetail.lab.idp.check.line;

/** The line could not be played, because something honest that it needs did not work. */
public final class Inconclusive extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Inconclusive(String message) {
        super(message);
    }
}
