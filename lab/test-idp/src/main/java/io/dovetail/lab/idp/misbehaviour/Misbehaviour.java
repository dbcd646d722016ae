package io.dovetail.lab.idp.misbehaviour;

import io.dovetail.lab.idp.answer.AnswerRecipe;
import io.dovetail.lab.idp.answer.Occasion;
import io.dovetail.lab.idp.answer.Sent;
import io.dovetail.lab.idp.check.line.Line;

/**
 * One switch.
 *
 * @param line what it is, in a sentence
 * @param twin whether the honest twin is sent instead
 */
public record Misbehaviour(Line line, AnswerRecipe recipe, boolean twin) {

    /** What the browser carries instead of the honest answer. */
    public Sent answer(Occasion occasion) {
        Occasion signed = line.signed().map(occasion::signing).orElse(occasion);
        return twin ? recipe.twin(signed) : recipe.make(signed);
    }

    /** What is going on, for people. */
    public String description() {
        return (twin ? "The honest twin of " : "") + line.name() + ": " + line.sentence();
    }
}
