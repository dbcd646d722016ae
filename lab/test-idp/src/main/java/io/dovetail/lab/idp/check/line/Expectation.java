package io.dovetail.lab.idp.check.line;

/** What a line demands of a service provider. */
public enum Expectation {
    REFUSE("refused"),
    ACCEPT("accepted"),
    WHOLE("refused, or the whole value read"),
    ONCE("accepted exactly once"),
    STAY("stays at the service provider"),
    NONE("—");

    private final String words;

    Expectation(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
