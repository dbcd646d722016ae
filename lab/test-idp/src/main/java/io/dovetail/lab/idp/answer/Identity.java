package io.dovetail.lab.idp.answer;

import io.dovetail.lab.idp.ResponsePlan;
import java.util.Optional;
import java.util.function.Function;

/**
 * Whom an answer is about.
 *
 * @param value what identifies the person
 * @param attribute the name of the attribute that holds it; empty: the NameID does
 * @param honest the honest answer about a person of another value
 */
public record Identity(String value, Optional<String> attribute, Function<String, ResponsePlan> honest) {
    /** The name of the attribute that identifies the person. */
    String requireAttribute() {
        return attribute.orElseThrow(() -> new NotApplicable("Here the NameID identifies the person."));
    }
}
