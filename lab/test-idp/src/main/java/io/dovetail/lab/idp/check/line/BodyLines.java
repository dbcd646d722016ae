package io.dovetail.lab.idp.check.line;

import io.dovetail.lab.idp.check.browser.Browser;
import java.util.Map;

/** security.md D5 and F17: bodies that come slowly or never end, and one that no form sends. */
final class BodyLines {

    private BodyLines() {}

    static Map<String, Scenario> all() {
        return Map.of(
                "D5_SLOW_BODIES", BodyLines::slow,
                "D5_ENDLESS_BODY", BodyLines::endless,
                "F17_JSON", BodyLines::json);
    }

    /** The slow ones are under way before the honest sign-in begins, and end with it. */
    private static Observation slow(Stage stage) {
        try (SlowBodies bodies = SlowBodies.to(stage.acs())) {
            bodies.awaitTheFirst();
            Observation honest = beside(stage);
            return Observation.of(honest.outcome(), honest.happened() + "; " + bodies.words());
        }
    }

    /** Here a sign-in that can't even begin is what the line looks for. */
    private static Observation beside(Stage stage) {
        try {
            return stage.honestly();
        } catch (Inconclusive e) {
            return Observation.of(Outcome.FAULT, String.valueOf(e.getMessage()));
        }
    }

    private static Observation endless(Stage stage) {
        return EndlessBody.to(stage.acs());
    }

    private static Observation json(Stage stage) {
        Visit visit = stage.visit();
        String form = Browser.encode(visit.form(stage.signed(stage.honest(visit.requestId()))));
        return stage.see(visit.browser().post(stage.acs(), "application/json", form));
    }
}
