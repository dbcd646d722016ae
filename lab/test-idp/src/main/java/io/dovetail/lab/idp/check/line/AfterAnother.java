package io.dovetail.lab.idp.check.line;

import io.dovetail.lab.idp.answer.AnswerRecipe;
import io.dovetail.lab.idp.answer.Occasion;
import java.util.Optional;

/**
 * A line that is played once an honest answer was accepted.
 *
 * @param anew whether in another sign-in of another browser
 */
record AfterAnother(AnswerRecipe recipe, boolean anew) implements Scenario {
    @Override
    public Observation play(Stage stage) {
        Visit first = stage.visit();
        String response = stage.signed(stage.honest(first.requestId()));
        stage.expectAccepted(first, response);
        var earlier = new Occasion.Earlier(Optional.of(first.requestId()), response);
        Visit second = anew ? stage.visit() : first;
        return stage.carry(second, recipe.make(stage.occasion(second).after(earlier)));
    }
}
