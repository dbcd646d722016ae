package io.dovetail.journey;

import io.dovetail.lab.idp.check.Check;
import io.dovetail.lab.idp.check.Report;
import io.dovetail.lab.idp.check.Result;
import io.dovetail.lab.idp.check.Verdict;
import io.dovetail.lab.idp.check.line.Setting;
import io.dovetail.lab.idp.check.report.ReportFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Plays test-idp's check against a product; with {@code -Dconformance.report=DIR} every line of it, and keeps the
 * reports.
 */
final class Conformance {
    private static final Optional<Path> FOLDER = Optional.ofNullable(System.getProperty("conformance.report"))
            .map(Path.of(System.getProperty("project.root"))::resolve);

    private Conformance() {}

    /** @param otherwise the lines to play when no report is asked for; none means all */
    static Report check(String name, Report.Product product, Setting setting, Set<String> otherwise) {
        var report = new Check(setting).run(product, FOLDER.isPresent() ? Set.of() : otherwise, result -> {});
        FOLDER.ifPresent(
                folder -> ReportFiles.write(report, folder.resolve(name + ".html"), folder.resolve(name + ".xml")));
        return report;
    }

    /** Each line of that verdict, with what happened. */
    static List<String> of(Report report, Verdict verdict) {
        return report.results().stream()
                .filter(result -> result.verdict() == verdict)
                .map(Conformance::words)
                .toList();
    }

    private static String words(Result result) {
        return result.line().name() + ": " + result.happened() + " (twin: " + result.twin() + ")";
    }
}
