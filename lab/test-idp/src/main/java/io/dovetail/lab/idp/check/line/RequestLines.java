package io.dovetail.lab.idp.check.line;

import io.dovetail.lab.idp.answer.NotApplicable;
import io.dovetail.lab.idp.check.browser.Browser;
import io.dovetail.lab.idp.check.browser.Trail;
import java.util.List;
import java.util.Map;

/** security.md F6 and F7: answers in a browser that did not ask. */
final class RequestLines {

    private RequestLines() {}

    static Map<String, Scenario> all() {
        return Map.of(
                "F6_OTHER_BROWSER", RequestLines::otherBrowser,
                "F7_UNSOLICITED", RequestLines::unsolicited,
                "F7_ANSWER_OF_ANOTHER_PERSON", RequestLines::answerOfAnotherPerson,
                "F7_HANDLE_PASSED_ON", RequestLines::handlePassedOn);
    }

    private static Observation otherBrowser(Stage stage) {
        Visit visit = stage.visit();
        String response = stage.signed(stage.honest(visit.requestId()));
        return stage.see(stage.browser().post(stage.acs(), visit.form(response)));
    }

    /** Nobody has asked, so the browser is a fresh one. */
    private static Observation unsolicited(Stage stage) {
        String response = stage.signed(stage.honest(null));
        return stage.see(stage.browser().post(stage.acs(), List.of(Map.entry("SAMLResponse", response))));
    }

    /** The attacker's own answer, with the RelayState of the browser that it is slipped into. */
    private static Observation answerOfAnotherPerson(Stage stage) {
        Visit attacker = stage.visit();
        Visit victim = stage.visit();
        return stage.answer(victim, stage.signed(stage.honest(attacker.requestId())));
    }

    private static Observation handlePassedOn(Stage stage) {
        Visit visit = stage.visit();
        String response = stage.signed(stage.honest(visit.requestId()));
        Trail first = visit.browser().postAndStay(stage.acs(), visit.form(response));
        if (!first.endsUnopened() || stage.see(first).outcome() == Outcome.ACCEPTED) {
            throw new NotApplicable("The accepted answer leads through no address of the service provider.");
        }
        Browser other = stage.visit().browser();
        return stage.see(other.open(first.end()));
    }
}
