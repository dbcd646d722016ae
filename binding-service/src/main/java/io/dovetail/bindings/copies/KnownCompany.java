package io.dovetail.bindings.copies;

/**
 * A company as far as this service has heard.
 *
 * @param name "your company" while its event is still under way, for nobody's link waits for that
 * @param suspended nobody of it is mailed anything
 */
public record KnownCompany(String name, boolean suspended) {

    /** Of which nobody told. */
    static KnownCompany none() {
        return new KnownCompany("your company", false);
    }
}
