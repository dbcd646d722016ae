package io.dovetail.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dovetail.lab.idp.Attack;
import io.dovetail.lab.idp.check.line.Line;
import io.dovetail.lab.idp.check.line.Lines;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The table of docs/conformance.md names every line of the list, tests that are run, reasons that they assert, and as
 * many attacks as there are; the reports beside it are of the lines that are played today.
 */
class ConformanceTest {
    private static final Path TABLE = Path.of("docs/conformance.md");
    private static final Path ATTACKS = Path.of("sso-service/src/test/resources/attacks-and-reasons.txt");
    private static final Path REPORT = Path.of("docs/conformance/dovetail.xml");
    private static final Path SINCE_THE_REPORTS = Path.of("docs/conformance/since-the-reports.txt");
    private static final String PLAYS_ATTACKS = "HostileResponseTest#refusesTheAttackAndAcceptsItsHonestTwin";
    private static final List<String> REASONS =
            List.of("saml/response/Reason.java", "saml/metadata/MetadataReason.java", "keys/Change.java");

    /** How many lines each letter of the list has. */
    private static final Map<String, Integer> LIST =
            Map.of("A", 14, "B", 11, "C", 14, "D", 5, "E", 5, "F", 17, "G", 2, "H", 8, "I", 11);

    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([A-I]\\d+) \\|(.*)\\|$");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern CONSTANT = Pattern.compile("(?m)^    ([A-Z][A-Z0-9_]+)[(,;]");
    private static final Pattern COUNT = Pattern.compile("\\b([A-I]\\d+): (\\d+)\\b");
    private static final Pattern PLAYED = Pattern.compile("<testcase [^>]*?\\bname=\"([^\"]+)\"");

    /** How tests say that something was taken: by its value, its status, or its effect. */
    private static final Pattern ACCEPTS = Pattern.compile("VerifiedAssertion|[Aa]ccept|[Hh]onest|[Tt]win"
            + "|assertDoesNotThrow|(statusCode|expect|assertEquals)\\([23]0\\d|\\bfetched\\(");

    private static final Pattern TWIN = Pattern.compile("[Hh]onest|^accepts|^takes");

    /** @param twins where they are not in the same tests */
    private record Row(String line, String expected, Set<String> reasons, List<String> tests, String twins) {
        static Row of(MatchResult row) {
            var cells = row.group(2).split("\\|");
            assertEquals(5, cells.length, row.group());
            return new Row(
                    row.group(1), cells[1].strip(), new TreeSet<>(codes(cells[2])), codes(cells[3]), cells[4].strip());
        }

        boolean playsAttacks() {
            return tests.contains(PLAYS_ATTACKS);
        }
    }

    private final List<Row> rows =
            ROW.matcher(Tree.read(TABLE)).results().map(Row::of).toList();

    private final List<Path> sources =
            Tree.files(path -> path.contains("src/test/java/") && path.endsWith("Test.java"));

    @Test
    void hasARowForEveryLineAndForNoOther() {
        var wanted = LIST.entrySet().stream()
                .flatMap(letter -> IntStream.rangeClosed(1, letter.getValue()).mapToObj(i -> letter.getKey() + i))
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(wanted, rows.stream().map(Row::line).collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void namesTestsThatAreRun() {
        var missing = new TreeSet<String>();

        for (var row : rows) {
            Stream.concat(row.tests().stream(), codes(row.twins()).stream())
                    .filter(test -> source(test)
                            .filter(source -> source.hasTest(method(test)))
                            .isEmpty())
                    .forEach(test -> missing.add(row.line() + " → " + test));
        }

        assertEquals(new TreeSet<>(), missing);
    }

    @Test
    void saysOfEveryLineWhatHappensWhyAndWhatItsTwinIs() {
        var poor = new ArrayList<String>();

        for (var row : rows) {
            var isRefused = row.expected().equals("refused");
            var isExplained =
                    isRefused != row.reasons().isEmpty() && !row.tests().isEmpty();
            var hasTwin = row.twins().equals("same") || !codes(row.twins()).isEmpty();
            if (!row.expected().matches("refused|accepted|ignored") || !isExplained || (isRefused && !hasTwin)) {
                poor.add(row.line() + ": " + row);
            }
        }

        assertEquals(List.of(), poor);
    }

    @Test
    void saysThatATwinIsTheSameOnlyWhereATestTakesSomething() {
        var without = new TreeSet<String>();

        for (var row : rows) {
            if (row.twins().equals("same") && row.tests().stream().noneMatch(this::takesSomething)) {
                without.add(row.line() + " → " + row.tests());
            }
        }

        assertEquals(new TreeSet<>(), without);
    }

    /** In the test itself, or in one of its class that is named for it. */
    private boolean takesSomething(String test) {
        return source(test).stream()
                .flatMap(source -> Stream.concat(
                        Stream.of(source.textOf(method(test))),
                        source.testsNamed(TWIN).stream().map(source::textOf)))
                .anyMatch(text -> ACCEPTS.matcher(text).find());
    }

    @Test
    void namesReasonsThatThereAreAndThatTheTestsAssert() {
        var astray = new TreeSet<String>();
        var known = REASONS.stream()
                .map(file -> Path.of("sso-service/src/main/java/io/dovetail/sso", file))
                .flatMap(file -> CONSTANT.matcher(Tree.read(file)).results())
                .map(constant -> constant.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        known.add("NOT_FETCHED");
        Tree.files(path -> path.startsWith("contracts/problems/"))
                .forEach(page -> known.add(page.getFileName().toString().replace(".md", "")));

        for (var row : rows) {
            var asserted = row.tests().stream()
                    .map(this::text)
                    .collect(Collectors.joining("\n", row.playsAttacks() ? reasonsOf(row.line()) : "", ""));
            row.reasons().stream()
                    .filter(reason -> !known.contains(reason) || !asserted.contains(reason))
                    .forEach(reason -> astray.add(row.line() + " → " + reason));
        }

        assertEquals(new TreeSet<>(), astray);
    }

    @Test
    void givesAttacksTheReasonsForWhichTheyAreRefused() {
        var refused = new TreeMap<String, Set<String>>();
        attacks()
                .forEach(attack -> refused.computeIfAbsent(
                                attack[0].substring(0, attack[0].indexOf('_')), line -> new TreeSet<>())
                        .add(attack[1]));

        var told = new TreeMap<String, Set<String>>();
        rows.stream()
                .filter(Row::playsAttacks)
                .forEach(row -> told.computeIfAbsent(row.line(), line -> new TreeSet<>())
                        .addAll(row.reasons()));

        assertEquals(refused, told);
    }

    /** So that no variant of a line is dropped unseen. */
    @Test
    void countsTheAttacksOfEveryLine() {
        var text = Tree.read(TABLE);
        var counted = new TreeMap<String, Long>();
        COUNT.matcher(text.substring(text.indexOf("## How many attacks")))
                .results()
                .forEach(count -> counted.put(count.group(1), Long.valueOf(count.group(2))));

        var there = Arrays.stream(Attack.values())
                .collect(Collectors.groupingBy(Attack::rule, TreeMap::new, Collectors.counting()));

        assertEquals(there, counted);
    }

    /** Lines that came, went or were renamed after the reports are listed until the reports are made anew. */
    @Test
    void theReportIsOfTheLinesThatArePlayedAndNothingFailed() {
        var report = Tree.read(REPORT);
        var since = Tree.read(SINCE_THE_REPORTS)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .collect(Collectors.toCollection(TreeSet::new));
        var played = PLAYED.matcher(report)
                .results()
                .map(name -> name.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        var lines = Lines.all().stream().map(Line::name).collect(Collectors.toCollection(TreeSet::new));
        var different = new TreeSet<>(lines);
        different.removeAll(played);
        played.stream().filter(name -> !lines.contains(name)).forEach(different::add);
        different.removeAll(since);

        assertEquals(new TreeSet<>(), different);
        assertTrue(report.contains("failures=\"0\"") && !report.matches("(?s).*(failures|errors)=\"[1-9].*"));
    }

    private static Stream<String[]> attacks() {
        return Tree.read(ATTACKS).lines().map(line -> line.split(" ", 2));
    }

    private static String reasonsOf(String line) {
        return attacks()
                .filter(attack -> attack[0].startsWith(line + "_"))
                .map(attack -> attack[1])
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** What a test and what it names say. */
    private String text(String test) {
        return source(test).map(source -> source.textOf(method(test))).orElse("");
    }

    private static String method(String test) {
        return test.split("#", 2)[1];
    }

    /** The one class that is so called; more of its package tells it from others of that name. */
    private Optional<TestSource> source(String test) {
        var file = "/" + test.split("#", 2)[0].replace('.', '/') + ".java";
        var named =
                sources.stream().filter(path -> path.toString().endsWith(file)).toList();
        return named.size() == 1 ? Optional.of(new TestSource(Tree.read(named.get(0)))) : Optional.empty();
    }

    private static List<String> codes(String cell) {
        return CODE.matcher(cell).results().map(code -> code.group(1)).toList();
    }
}
