package io.dovetail.lab.idp.check.line;

import io.dovetail.lab.idp.Attack;
import io.dovetail.lab.idp.AttackScene;
import io.dovetail.lab.idp.SignedParts;
import io.dovetail.lab.idp.answer.NotApplicable;
import java.util.Set;

/** One hostile response of the library, made in answer to a fresh request. */
record HostileResponse(Attack attack) implements Scenario {

    /** They mean nothing where the NameID identifies the person. */
    private static final Set<Attack> ABOUT_ATTRIBUTES =
            Set.of(Attack.F14_NO_ATTRIBUTES, Attack.F14_BLANK_VALUES, Attack.F14_EMPTY_VALUES);

    private static final Set<Attack> WHERE_THE_RESPONSE_MUST_BE_SIGNED =
            Set.of(Attack.B2_ONLY_ASSERTION_SIGNED, Attack.B10_RESPONSE_NOT_SIGNED);

    @Override
    public Observation play(Stage stage) {
        Visit visit = stage.visit();
        return stage.answer(visit, attack.apply(scene(stage, visit)));
    }

    @Override
    public Observation playHonestTwin(Stage stage) {
        requireApplicable(stage.setting());
        Visit visit = stage.visit();
        AttackScene scene = scene(stage, visit);
        boolean isEncrypted = attack.twin(scene).encryption() != null;
        if (isEncrypted && stage.setting().serviceProvider().encryption().isEmpty()) {
            throw new NotApplicable("The service provider's metadata has no key to encrypt to.");
        }
        return stage.answer(visit, stage.signed(attack.twin(scene)));
    }

    private static AttackScene scene(Stage stage, Visit visit) {
        return stage.scene(stage.honest(visit.requestId()));
    }

    private void requireApplicable(Setting setting) {
        if (ABOUT_ATTRIBUTES.contains(attack) && setting.names().identifying().isEmpty()) {
            throw new NotApplicable("Here the NameID identifies the person.");
        }
        if (WHERE_THE_RESPONSE_MUST_BE_SIGNED.contains(attack) && !requires(setting, SignedParts.RESPONSE)) {
            throw new NotApplicable("This run does not say that the Response must be signed (--requires).");
        }
        if (attack == Attack.B2_ONLY_RESPONSE_SIGNED && !requires(setting, SignedParts.ASSERTION)) {
            throw new NotApplicable("This run does not say that the Assertion must be signed (--requires).");
        }
    }

    private static boolean requires(Setting setting, SignedParts part) {
        return setting.required()
                .filter(required -> required == part || required == SignedParts.BOTH)
                .isPresent();
    }
}
