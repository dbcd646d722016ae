package io.dovetail.lab.idp.check.report;

import io.dovetail.lab.idp.check.Report;
import io.dovetail.lab.idp.check.Result;
import io.dovetail.lab.idp.check.Verdict;
import io.dovetail.lab.idp.xml.Xml;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** JUnit's XML: a test suite for each letter, a failure for each line that failed, the unproved lines skipped. */
final class JUnitReport {

    private JUnitReport() {}

    static String of(Report report) {
        Document document = Xml.empty();
        Element suites = document.createElement("testsuites");
        document.appendChild(suites);
        suites.setAttribute("name", report.product().name());
        Map<String, List<Result>> byLetter = report.results().stream()
                .collect(Collectors.groupingBy(result -> result.line().letter(), TreeMap::new, Collectors.toList()));
        byLetter.forEach((letter, results) -> suite(suites, letter, results, report));
        return Xml.text(document) + "\n";
    }

    private static void suite(Element suites, String letter, List<Result> results, Report report) {
        Element suite = child(suites, "testsuite");
        long failures = count(results, Verdict.FAILED);
        suite.setAttribute("name", letter);
        suite.setAttribute("timestamp", report.at().toString());
        suite.setAttribute("tests", String.valueOf(results.size()));
        suite.setAttribute("failures", String.valueOf(failures));
        suite.setAttribute("errors", "0");
        suite.setAttribute("skipped", String.valueOf(results.size() - failures - count(results, Verdict.PASSED)));
        suite.setAttribute("time", seconds(results.stream().map(Result::took).reduce(Duration.ZERO, Duration::plus)));
        results.forEach(result -> test(suite, letter, result));
    }

    private static void test(Element suite, String letter, Result result) {
        Element test = child(suite, "testcase");
        test.setAttribute("classname", "security.md." + letter);
        test.setAttribute("name", result.line().name());
        test.setAttribute("time", seconds(result.took()));
        if (result.verdict() == Verdict.FAILED) {
            Element failure = child(test, "failure");
            failure.setAttribute(
                    "message", "expected: " + result.line().expectation().words());
            failure.setTextContent(result.line().sentence() + " " + result.happened());
        } else if (result.verdict() != Verdict.PASSED) {
            child(test, "skipped").setAttribute("message", result.verdict().words() + ": " + result.happened());
        }
    }

    private static long count(List<Result> results, Verdict wanted) {
        return results.stream().filter(result -> result.verdict() == wanted).count();
    }

    private static Element child(Element parent, String name) {
        Element child = parent.getOwnerDocument().createElement(name);
        parent.appendChild(child);
        return child;
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.3f", duration.toMillis() / 1000.0);
    }
}
