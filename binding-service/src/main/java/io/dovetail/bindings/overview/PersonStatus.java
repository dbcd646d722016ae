package io.dovetail.bindings.overview;

/** How far a person is with being bound. */
public enum PersonStatus {
    BOUND,
    /** Not bound, and never refused either. */
    PENDING,
    /** Not bound, and the link has expired unused. */
    EXPIRED,
    /** Not bound, and refused at the last try; the reason is told. */
    FAILED
}
