package io.dovetail.lab.idp.check.line;

import io.dovetail.lab.idp.IdpKeys;
import io.dovetail.lab.idp.ResponseFactory;
import io.dovetail.lab.idp.answer.NotApplicable;
import java.util.Map;

/** security.md F16, H1 and H2: what is meant for one connection counts at no other. */
final class SecondConnectionLines {
    private SecondConnectionLines() {}

    static Map<String, Scenario> all() {
        return Map.of(
                "F16_AT_ANOTHER_COMPANY", afterAnHonestSignInThere(SecondConnectionLines::acceptedElsewhere),
                "H1_ANSWER_FOR_ANOTHER_COMPANY", afterAnHonestSignInThere(SecondConnectionLines::meantForAnother),
                "H2_SAME_ENTITY_ID_TWICE", afterAnHonestSignInThere(SecondConnectionLines::signedByAnother));
    }

    private interface Play {
        Observation play(Stage first, Stage second);
    }

    /** The second connection proves nothing unless it accepts an honest answer of its own. */
    private static Scenario afterAnHonestSignInThere(Play play) {
        return new Scenario() {
            @Override
            public Observation play(Stage stage) {
                return play.play(stage, second(stage));
            }

            @Override
            public Observation playHonestTwin(Stage stage) {
                return second(stage).honestly();
            }
        };
    }

    private static Stage second(Stage stage) {
        return stage.second()
                .orElseThrow(() -> new NotApplicable("This run names no second connection (--second-sp-metadata)."));
    }

    private static Observation acceptedElsewhere(Stage first, Stage second) {
        Visit visit = first.visit();
        String response = first.signed(first.honest(visit.requestId()));
        first.expectAccepted(visit, response);
        return second.answer(second.visit(), response);
    }

    private static Observation meantForAnother(Stage first, Stage second) {
        String response = first.signed(first.honest(first.visit().requestId()));
        return second.answer(second.visit(), response);
    }

    private static Observation signedByAnother(Stage first, Stage second) {
        IdpKeys others = second.setting().keys().current();
        if (others.certificate().equals(first.setting().keys().current().certificate())) {
            throw new NotApplicable("The second connection trusts the same keys (--second-keys).");
        }
        Visit visit = first.visit();
        return first.answer(visit, ResponseFactory.base64(first.honest(visit.requestId()), others));
    }
}
