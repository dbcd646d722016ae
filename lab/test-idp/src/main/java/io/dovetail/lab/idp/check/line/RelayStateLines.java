package io.dovetail.lab.idp.check.line;

import io.dovetail.lab.idp.answer.RelayStates;
import io.dovetail.lab.idp.check.browser.Browser;
import io.dovetail.lab.idp.check.browser.Trail;
import java.net.URI;
import java.util.Map;
import java.util.stream.Collectors;

/** security.md G1: wherever RelayState points, the browser stays. */
final class RelayStateLines {

    private RelayStateLines() {}

    static Map<String, Scenario> all() {
        return RelayStates.BY_LINE.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, line -> with(line.getValue())));
    }

    private static Scenario with(String relayState) {
        return stage -> {
            Observation answered = answered(stage, relayState);
            if (answered.left() || answered.outcome() == Outcome.FAULT) {
                return answered;
            }
            Observation unasked = unasked(stage, relayState);
            String words = "in an answer: " + answered.happened() + "; unasked: " + unasked.happened();
            return new Observation(unasked.outcome(), words, unasked.who(), "", unasked.times(), unasked.left());
        };
    }

    /** In place of the RelayState that came with the request. */
    private static Observation answered(Stage stage, String relayState) {
        Visit visit = stage.visit();
        String response = stage.signed(stage.honest(visit.requestId()));
        return judged(stage, visit.browser(), visit.browser().post(stage.acs(), Visit.form(response, relayState)));
    }

    /** With an answer that nobody asked for; when a sign-in begins after it, that one is answered honestly. */
    private static Observation unasked(Stage stage, String relayState) {
        Browser browser = stage.browser();
        Trail trail = browser.post(stage.acs(), Visit.form(stage.signed(stage.honest(null)), relayState));
        if (trail.asked().isPresent()) {
            Visit restarted = new Visit(browser, trail.asked().get());
            String response = stage.signed(stage.honest(restarted.requestId()));
            trail = browser.post(stage.acs(), restarted.form(response));
        }
        return judged(stage, browser, trail);
    }

    private static Observation judged(Stage stage, Browser browser, Trail trail) {
        Observation seen = stage.see(trail);
        boolean left = isAway(trail.end()) || browser.hasCookie(RelayStates.COOKIE);
        return left ? seen.thatLeft() : seen;
    }

    /** Also where the foreign address is carried on to be opened later. */
    private static boolean isAway(URI address) {
        return address.toString().contains(RelayStates.ELSEWHERE) || "javascript".equals(address.getScheme());
    }
}
