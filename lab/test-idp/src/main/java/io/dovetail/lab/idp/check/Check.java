package io.dovetail.lab.idp.check;

import io.dovetail.lab.idp.SignedParts;
import io.dovetail.lab.idp.answer.NotApplicable;
import io.dovetail.lab.idp.check.line.Expectation;
import io.dovetail.lab.idp.check.line.Inconclusive;
import io.dovetail.lab.idp.check.line.Line;
import io.dovetail.lab.idp.check.line.Lines;
import io.dovetail.lab.idp.check.line.Observation;
import io.dovetail.lab.idp.check.line.Outcome;
import io.dovetail.lab.idp.check.line.Scenario;
import io.dovetail.lab.idp.check.line.Scenarios;
import io.dovetail.lab.idp.check.line.Setting;
import io.dovetail.lab.idp.check.line.Stage;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/** Plays every line against a service provider, each after its honest twin. */
public final class Check {

    private final Setting setting;

    public Check(Setting setting) {
        this.setting = setting;
    }

    /**
     * Plays the lines that are chosen, or all.
     *
     * @param told hears of each result as it comes
     * @throws Inconclusive when not even an honest sign-in is accepted
     */
    public Report run(Report.Product product, Set<String> chosen, Consumer<Result> told) {
        try (Trap trap = Trap.open()) {
            Stage stage = new Stage(setting, trap.address());
            Observation honest = stage.honestly();
            if (honest.outcome() != Outcome.ACCEPTED) {
                throw new Inconclusive("An honest sign-in was not accepted: " + honest.happened());
            }
            List<Result> results = new ArrayList<>();
            for (Line line : Lines.all()) {
                if (line.isAmong(chosen)) {
                    Result result = play(line, line.signed().map(stage::signing).orElse(stage), trap);
                    results.add(result);
                    told.accept(result);
                }
            }
            return new Report(product, Clock.systemUTC().instant(), results);
        }
    }

    private void requireApplicable(Line line) {
        if (line.expectation() == Expectation.NONE) {
            throw new NotApplicable(line.sentence());
        }
        boolean isSignedEnough = setting.required()
                .flatMap(required -> line.signed().map(parts -> parts == required || parts == SignedParts.BOTH))
                .orElse(true);
        if (!isSignedEnough) {
            throw new NotApplicable("The service provider demands other signatures than this line has.");
        }
    }

    private Result play(Line line, Stage stage, Trap trap) {
        long begin = System.nanoTime();
        String twin = "—";
        try {
            requireApplicable(line);
            Scenario scenario = Scenarios.find(line).orElseThrow();
            Observation honest = scenario.playHonestTwin(stage);
            twin = honest.happened();
            if (honest.outcome() != Outcome.ACCEPTED) {
                throw new Inconclusive("The honest twin was not accepted.");
            }
            int trappedBefore = trap.connections();
            Observation seen = scenario.play(stage);
            int trapped = trap.connections() - trappedBefore;
            return new Result(
                    line,
                    Judge.verdict(line.expectation(), seen, trapped),
                    happened(seen, trapped),
                    twin,
                    since(begin));
        } catch (NotApplicable e) {
            return new Result(line, Verdict.NOT_APPLICABLE, words(e), twin, since(begin));
        } catch (Inconclusive e) {
            return new Result(line, Verdict.INCONCLUSIVE, words(e), twin, since(begin));
        }
    }

    private static String happened(Observation seen, int trapped) {
        String outcome = seen.outcome().name().toLowerCase(Locale.ROOT);
        return outcome + ": " + seen.happened()
                + seen.who().map(who -> "; signed in “" + who + "”").orElse("")
                + (seen.left() ? "; led away from the service provider" : "")
                + (trapped > 0 ? "; " + trapped + " connections to an address that nobody may open" : "");
    }

    private static String words(RuntimeException e) {
        return String.valueOf(e.getMessage());
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
