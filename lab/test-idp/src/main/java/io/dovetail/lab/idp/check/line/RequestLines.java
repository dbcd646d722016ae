package io.dovetail.lab.idp.check.line;

import io.dovetail.lab.idp.ResponseFactory;
import io.dovetail.lab.idp.SamlIds;
import io.dovetail.lab.idp.check.browser.Browser;
import io.dovetail.lab.idp.check.browser.Trail;
import io.dovetail.lab.idp.xml.Names;
import io.dovetail.lab.idp.xml.Xml;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Document;

/** security.md F6 and F7: answers to no request, to a wrong one, or in a browser that did not ask. */
final class RequestLines {

    private RequestLines() {}

    static Map<String, Scenario> all() {
        return Map.of(
                "F6_REQUEST_UNKNOWN", RequestLines::unknown,
                "F6_REQUEST_USED", RequestLines::used,
                "F6_OTHER_BROWSER", RequestLines::otherBrowser,
                "F7_UNSOLICITED", RequestLines::unsolicited,
                "F7_REQUEST_NAMED_IN_THE_UNSIGNED_PART", RequestLines::namedInTheUnsignedPart,
                "F7_ANSWER_OF_ANOTHER_PERSON", RequestLines::answerOfAnotherPerson,
                "F7_HANDLE_PASSED_ON", RequestLines::handlePassedOn);
    }

    private static Observation unknown(Stage stage) {
        return stage.answer(stage.visit(), stage.signed(stage.honest(SamlIds.next())));
    }

    private static Observation used(Stage stage) {
        Visit visit = stage.visit();
        stage.expectAccepted(visit, stage.signed(stage.honest(visit.requestId())));
        return stage.answer(visit, stage.signed(stage.honest(visit.requestId())));
    }

    private static Observation otherBrowser(Stage stage) {
        Visit visit = stage.visit();
        String response = stage.signed(stage.honest(visit.requestId()));
        return stage.see(stage.browser().post(stage.acs(), visit.form(response)));
    }

    private static Observation unsolicited(Stage stage) {
        String response = stage.signed(stage.honest(null));
        return stage.see(stage.browser().post(stage.acs(), List.of(Map.entry("SAMLResponse", response))));
    }

    private static Observation namedInTheUnsignedPart(Stage stage) {
        Visit visit = stage.visit();
        Document document = stage.edited(
                stage.honest(visit.requestId()),
                edited -> Xml.descendants(edited, Names.SAML, "SubjectConfirmationData")
                        .forEach(data -> data.removeAttribute("InResponseTo")));
        return stage.answer(visit, ResponseFactory.encode(document));
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
