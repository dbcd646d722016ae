package io.dovetail.lab.idp.check;

import io.dovetail.lab.idp.check.line.Expectation;
import io.dovetail.lab.idp.check.line.Observation;
import io.dovetail.lab.idp.check.line.Outcome;

/** Holds what was seen against what a line demands. */
final class Judge {

    private Judge() {}

    /** @param trapped how many connections came to the address that nobody may open */
    static Verdict verdict(Expectation expectation, Observation seen, int trapped) {
        if (trapped > 0 || seen.outcome() == Outcome.FAULT) {
            return Verdict.FAILED;
        }
        return switch (expectation) {
            case REFUSE -> refuse(seen);
            case ACCEPT ->
                switch (seen.outcome()) {
                    case ACCEPTED -> Verdict.PASSED;
                    case UNCLEAR -> Verdict.UNCLEAR;
                    default -> Verdict.FAILED;
                };
            case WHOLE -> seen.outcome() == Outcome.ACCEPTED ? whole(seen) : refuse(seen);
            case ONCE -> seen.times() == 1 ? Verdict.PASSED : Verdict.FAILED;
            case STAY -> seen.left() ? Verdict.FAILED : Verdict.PASSED;
            case NONE -> Verdict.NOT_APPLICABLE;
        };
    }

    private static Verdict refuse(Observation seen) {
        return switch (seen.outcome()) {
            case REFUSED, RESTARTED -> Verdict.PASSED;
            case UNCLEAR -> Verdict.UNCLEAR;
            default -> Verdict.FAILED;
        };
    }

    private static Verdict whole(Observation seen) {
        return seen.who()
                .map(who -> who.equals(seen.meant()) ? Verdict.PASSED : Verdict.FAILED)
                .orElse(Verdict.UNCLEAR);
    }
}
