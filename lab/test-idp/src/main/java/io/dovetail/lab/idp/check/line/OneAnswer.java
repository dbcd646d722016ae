package io.dovetail.lab.idp.check.line;

import io.dovetail.lab.idp.answer.AnswerRecipe;

/** A line that one answer to a fresh request plays. */
record OneAnswer(AnswerRecipe recipe) implements Scenario {
    @Override
    public Observation play(Stage stage) {
        Visit visit = stage.visit();
        return stage.carry(visit, recipe.make(stage.occasion(visit)));
    }
}
