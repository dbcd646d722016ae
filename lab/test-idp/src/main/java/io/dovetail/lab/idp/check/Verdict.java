package io.dovetail.lab.idp.check;

/** What a line proved. */
public enum Verdict {
    PASSED("as expected"),
    FAILED("FAILED"),
    /** What happened is neither known to be an acceptance nor a refusal. */
    UNCLEAR("unclear"),
    /** The honest twin was not accepted, so that a refusal proves nothing. */
    INCONCLUSIVE("inconclusive"),
    NOT_APPLICABLE("not applicable");

    private final String words;

    Verdict(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
