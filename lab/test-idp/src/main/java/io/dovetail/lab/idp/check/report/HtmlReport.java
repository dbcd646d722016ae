package io.dovetail.lab.idp.check.report;

import io.dovetail.lab.idp.check.Report;
import io.dovetail.lab.idp.check.Result;
import io.dovetail.lab.idp.check.Verdict;
import io.dovetail.lab.idp.check.line.Expectation;
import io.dovetail.lab.idp.http.Html;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** One page that needs nothing but itself: the sums on top, then line by line. */
final class HtmlReport {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private static final String STYLE = """
            body { font: 15px/1.45 system-ui, sans-serif; margin: 2rem auto; max-width: 80rem; padding: 0 1rem; color: #1d2733; }
            table { border-collapse: collapse; width: 100%; }
            th, td { text-align: left; vertical-align: top; padding: .35rem .6rem; border-bottom: 1px solid #dfe4e9; }
            td { overflow-wrap: anywhere; } code { font-size: .85em; }
            .passed { color: #11632f; } .failed { color: #fff; background: #b3261e; font-weight: 600; }
            .unclear, .inconclusive { color: #7a4b00; } .not_applicable { color: #5b6875; }
            """;

    private HtmlReport() {}

    static String of(Report report) {
        return """
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
                <title>%1$s: hostile SAML responses</title><style>
                %2$s</style></head><body>
                <h1>%1$s</h1>
                <p>Every line of security.md that can be sent to a service provider from outside, each after its honest
                twin, on %3$s. %7$s</p>
                <p>What failed broke a line of that list, which is stricter than SAML itself: not every failure lets
                somebody in. What was sent and what happened stands beside it.</p>
                <table><tr>%4$s</tr><tr>%5$s</tr></table>
                <h2>Line by line</h2>
                <table><thead><tr><th>Line</th><th>What was sent</th><th>Expected</th><th>What happened</th>\
                <th>Honest twin</th><th>Verdict</th></tr></thead><tbody>
                %6$s
                </tbody></table></body></html>
                """.formatted(
                        Html.escape(report.product().name()),
                        STYLE,
                        DAY.format(report.at()),
                        headings(),
                        counts(report),
                        report.results().stream().map(HtmlReport::row).collect(Collectors.joining("\n")),
                        Html.escape(report.product().settings()));
    }

    private static String headings() {
        return Arrays.stream(Verdict.values())
                .map(verdict -> "<th>" + verdict.words() + "</th>")
                .collect(Collectors.joining());
    }

    private static String counts(Report report) {
        return Arrays.stream(Verdict.values())
                .map(verdict -> "<td>" + report.count(verdict) + "</td>")
                .collect(Collectors.joining());
    }

    private static String row(Result result) {
        boolean isPlayed = result.line().expectation() != Expectation.NONE;
        return "<tr><td><code>%s</code></td><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td class=\"%s\">%s</td></tr>"
                .formatted(
                        result.line().name(),
                        isPlayed ? Html.escape(result.line().sentence()) : "—",
                        result.line().expectation().words(),
                        Html.escape(result.happened()),
                        Html.escape(result.twin()),
                        result.verdict().name().toLowerCase(Locale.ROOT),
                        result.verdict().words());
    }
}
