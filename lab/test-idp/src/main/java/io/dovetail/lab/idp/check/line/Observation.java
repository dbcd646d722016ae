package io.dovetail.lab.idp.check.line;

import java.util.Optional;

/**
 * What was seen of one line.
 *
 * @param happened in words
 * @param who was signed in, if that can be seen
 * @param meant who must have been signed in, if anybody
 * @param times how often an answer was accepted
 * @param left whether the browser was led away to somebody else
 */
public record Observation(
        Outcome outcome, String happened, Optional<String> who, String meant, int times, boolean left) {

    static Observation of(Outcome outcome, String happened) {
        return new Observation(outcome, happened, Optional.empty(), "", outcome == Outcome.ACCEPTED ? 1 : 0, false);
    }

    Observation withWho(Optional<String> value) {
        return new Observation(outcome, happened, value, meant, times, left);
    }

    Observation withMeant(String value) {
        return new Observation(outcome, happened, who, value, times, left);
    }

    Observation withTimes(int value) {
        return new Observation(outcome, happened, who, meant, value, left);
    }

    Observation thatLeft() {
        return new Observation(outcome, happened, who, meant, times, true);
    }
}
