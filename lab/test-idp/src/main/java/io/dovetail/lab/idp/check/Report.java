package io.dovetail.lab.idp.check;

import java.time.Instant;
import java.util.List;

/**
 * The whole run.
 *
 * @param product what was checked, and how it was set, in the words of whoever ran it
 */
public record Report(Product product, Instant at, List<Result> results) {

    /** @param settings in a sentence or two; may be empty */
    public record Product(String name, String settings) {}

    public Report {
        results = List.copyOf(results);
    }

    public long count(Verdict verdict) {
        return results.stream().filter(result -> result.verdict() == verdict).count();
    }

    /** 0 when nothing failed, else 1. */
    public int exitCode() {
        return count(Verdict.FAILED) == 0 ? 0 : 1;
    }

    /** Such as {@code 120 as expected, 1 FAILED, …}. */
    public String summary() {
        return "%d as expected, %d failed, %d unclear, %d inconclusive, %d not applicable"
                .formatted(
                        count(Verdict.PASSED),
                        count(Verdict.FAILED),
                        count(Verdict.UNCLEAR),
                        count(Verdict.INCONCLUSIVE),
                        count(Verdict.NOT_APPLICABLE));
    }
}
