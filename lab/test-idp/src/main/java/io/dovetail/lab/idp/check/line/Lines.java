package io.dovetail.lab.idp.check.line;

import io.dovetail.lab.idp.SignedParts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Reads the table of all lines, {@code lines.txt}. */
public final class Lines {

    private static final List<Line> ALL = read();

    private Lines() {}

    /** In the table's order, which is that of security.md. */
    public static List<Line> all() {
        return ALL;
    }

    private static List<Line> read() {
        try (InputStream in = Lines.class.getResourceAsStream("lines.txt")) {
            if (in == null) {
                throw new IllegalStateException("lines.txt is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(text -> !text.isBlank() && !text.startsWith("#"))
                    .map(Lines::line)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Line line(String text) {
        String[] parts = text.split(" \\| ", 4);
        if (parts.length != 4) {
            throw new IllegalStateException("lines.txt has a row without four columns: " + text);
        }
        Optional<SignedParts> signed =
                parts[2].equals("-") ? Optional.empty() : Optional.of(SignedParts.valueOf(parts[2]));
        return new Line(parts[0], Expectation.valueOf(parts[1]), signed, parts[3]);
    }
}
