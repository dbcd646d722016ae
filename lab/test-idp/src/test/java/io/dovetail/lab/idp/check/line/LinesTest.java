package io.dovetail.lab.idp.check.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dovetail.lab.idp.Attack;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The table leaves nothing out: no attack of the library, and no line of the list. */
class LinesTest {

    private static final Map<String, Integer> LIST =
            Map.of("A", 14, "B", 11, "C", 14, "D", 5, "E", 5, "F", 17, "G", 2, "H", 8, "I", 11);

    @Test
    void hasARowForEveryAttackOfTheLibrary() {
        Set<String> attacks = Arrays.stream(Attack.values()).map(Attack::name).collect(Collectors.toSet());

        attacks.removeAll(names());

        assertEquals(Set.of(), attacks);
    }

    @Test
    void hasARowForEveryLineOfTheList() {
        Set<String> rules = Lines.all().stream().map(Line::rule).collect(Collectors.toCollection(TreeSet::new));

        Set<String> wanted = LIST.entrySet().stream()
                .flatMap(letter -> IntStream.rangeClosed(1, letter.getValue()).mapToObj(i -> letter.getKey() + i))
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(wanted, rules);
    }

    @Test
    void playsEveryLineThatIsNotSaidToBeNotApplicable() {
        List<String> unplayed = Lines.all().stream()
                .filter(line -> line.expectation() != Expectation.NONE)
                .filter(line -> Scenarios.find(line).isEmpty())
                .map(Line::name)
                .toList();

        assertEquals(List.of(), unplayed);
    }

    @Test
    void saysOfEachLineOnceInASentenceWhatIsSent() {
        assertEquals(names().size(), new TreeSet<>(names()).size());
        assertTrue(Lines.all().stream().allMatch(line -> line.sentence().endsWith(".")));
    }

    @Test
    void choosesByLetterLineOrName() {
        Line line = Lines.all().get(0);

        assertTrue(line.isAmong(Set.of()));
        assertTrue(line.isAmong(Set.of("A")) && line.isAmong(Set.of("A1")) && line.isAmong(Set.of(line.name())));
        assertTrue(!line.isAmong(Set.of("B", "A10")));
    }

    private static List<String> names() {
        return Lines.all().stream().map(Line::name).toList();
    }
}
