package io.dovetail.lab.idp.misbehaviour;

import io.dovetail.lab.idp.Attack;
import io.dovetail.lab.idp.AttackScene;
import io.dovetail.lab.idp.ResponseFactory;
import io.dovetail.lab.idp.ResponsePlan;
import io.dovetail.lab.idp.check.line.Line;

/**
 * One switch.
 *
 * @param line what it is, in a sentence
 * @param twin whether the honest twin is sent instead
 */
public record Misbehaviour(Line line, Attack attack, boolean twin) {

    /** What is sent instead of the honest answer, as the form field {@code SAMLResponse} carries it. */
    public String answer(AttackScene scene) {
        ResponsePlan planned = attack.twin(scene);
        ResponsePlan honest = line.signed().map(planned::withSign).orElse(planned);
        return twin
                ? ResponseFactory.base64(honest, scene.keys())
                : attack.apply(scene.withHonest(
                        line.signed().map(scene.honest()::withSign).orElse(scene.honest())));
    }

    /** What is going on, for people. */
    public String description() {
        return (twin ? "The honest twin of " : "") + line.name() + ": " + line.sentence();
    }
}
