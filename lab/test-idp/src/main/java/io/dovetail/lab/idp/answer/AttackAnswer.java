package io.dovetail.lab.idp.answer;

import io.dovetail.lab.idp.Attack;

/** A hostile response of the library, posted as an answer. */
record AttackAnswer(Attack attack) implements AnswerRecipe {
    @Override
    public Sent make(Occasion occasion) {
        return occasion.send(attack.apply(occasion.scene()));
    }

    @Override
    public Sent twin(Occasion occasion) {
        return occasion.send(attack.twin(occasion.scene()));
    }
}
