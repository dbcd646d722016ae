package io.dovetail.lab.idp.check.line;

/** What a service provider did with an answer. */
public enum Outcome {
    ACCEPTED,
    REFUSED,
    /** It believed nothing of the answer and sent the browser to the provider again. */
    RESTARTED,
    /** 5xx, no answer in time, or the connection was lost. */
    FAULT,
    UNCLEAR
}
