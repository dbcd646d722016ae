package io.dovetail.sso.saml.response;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** No rule stands without a test that asserts its reason. */
class EveryReasonTest {
    private static final Path TESTS = Path.of("src/test/java");
    private static final Path ATTACKS = Path.of("src/test/resources/attacks-and-reasons.txt");

    @Test
    void isAssertedBySomeTest() throws IOException {
        var tests = tests();
        var asserted = tests.stream().map(EveryReasonTest::read).collect(Collectors.joining("\n")) + read(ATTACKS);

        var missing = Arrays.stream(Reason.values())
                .map(Enum::name)
                .filter(reason -> !isAsserted(reason, asserted))
                .collect(Collectors.toCollection(TreeSet::new));

        assertTrue(tests.size() > 20, tests.size() + " test classes");
        assertEquals(new TreeSet<String>(), missing);
    }

    /** By the constant, by its name as administrators read it, or in the table of attacks. */
    private static boolean isAsserted(String reason, String tests) {
        return Pattern.compile("Reason\\." + reason + "\\b|\"" + reason + "\"|(?m:^\\w+ " + reason + "$)")
                .matcher(tests)
                .find();
    }

    private static List<Path> tests() throws IOException {
        try (var files = Files.walk(TESTS)) {
            return files.filter(file -> file.toString().endsWith("Test.java")).toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
