package io.dovetail.lab.idp.answer;

/** Makes one answer of a line; may throw {@link NotApplicable}. */
@FunctionalInterface
public interface AnswerRecipe {
    Sent make(Occasion occasion);

    /** The honest answer, which must be accepted before this one proves anything. */
    default Sent twin(Occasion occasion) {
        return occasion.send(occasion.scene().honest());
    }
}
