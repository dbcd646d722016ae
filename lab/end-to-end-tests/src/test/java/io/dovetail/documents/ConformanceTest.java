package io.dovetail.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
 * The table of docs/conformance.md names every line of the list, tests that are there, and reasons that they assert.
 */
class ConformanceTest {
    private static final Path TABLE = Path.of("docs/conformance.md");
    private static final Path ATTACKS = Path.of("sso-service/src/test/resources/attacks-and-reasons.txt");
    private static final String PLAYS_ATTACKS = "HostileResponseTest#refusesTheAttackAndAcceptsItsHonestTwin";
    private static final List<String> REASONS =
            List.of("saml/response/Reason.java", "saml/metadata/MetadataReason.java", "keys/Change.java");

    /** How many lines each letter of the list has. */
    private static final Map<String, Integer> LIST =
            Map.of("A", 14, "B", 11, "C", 14, "D", 5, "E", 5, "F", 17, "G", 2, "H", 8, "I", 11);

    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([A-I]\\d+) \\|(.*)\\|$");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern CONSTANT = Pattern.compile("(?m)^    ([A-Z][A-Z0-9_]+)[(,;]");

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
    void namesTestsThatAreThere() {
        var missing = new TreeSet<String>();

        for (var row : rows) {
            Stream.concat(row.tests().stream(), codes(row.twins()).stream())
                    .filter(test -> sources(test).stream()
                            .noneMatch(source -> source.contains(" void " + test.split("#", 2)[1] + "(")))
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
                    .flatMap(test -> sources(test).stream())
                    .collect(Collectors.joining("\n", row.playsAttacks() ? Tree.read(ATTACKS) : "", ""));
            row.reasons().stream()
                    .filter(reason -> !known.contains(reason) || !asserted.contains(reason))
                    .forEach(reason -> astray.add(row.line() + " → " + reason));
        }

        assertEquals(new TreeSet<>(), astray);
    }

    @Test
    void givesAttacksTheReasonsForWhichTheyAreRefused() {
        var refused = new TreeMap<String, Set<String>>();
        Tree.read(ATTACKS)
                .lines()
                .map(line -> line.split(" ", 2))
                .forEach(attack -> refused.computeIfAbsent(
                                attack[0].substring(0, attack[0].indexOf('_')), line -> new TreeSet<>())
                        .add(attack[1]));

        var told = rows.stream()
                .filter(Row::playsAttacks)
                .collect(Collectors.toMap(Row::line, Row::reasons, (one, other) -> one, TreeMap::new));

        assertEquals(refused, told);
    }

    /** The text of the one class that is so called; more of its package tells it from others of that name. */
    private List<String> sources(String test) {
        var file = "/" + test.split("#", 2)[0].replace('.', '/') + ".java";
        var named =
                sources.stream().filter(path -> path.toString().endsWith(file)).toList();
        return named.size() == 1 ? List.of(Tree.read(named.get(0))) : List.of();
    }

    private static List<String> codes(String cell) {
        return CODE.matcher(cell).results().map(code -> code.group(1)).toList();
    }
}
