package io.dovetail.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/** The project's own files, without what builds leave behind. */
final class Tree {
    static final Path ROOT = Path.of(System.getProperty("project.root"));

    private Tree() {}

    static List<Path> files(Predicate<String> wanted) {
        try (var paths = Files.walk(ROOT)) {
            return paths.filter(Files::isRegularFile)
                    .map(ROOT::relativize)
                    .filter(path -> wanted.test(path.toString()))
                    .filter(path -> !path.toString().matches("(.*/)?(target|\\.git|\\.run)/.*"))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static String read(Path path) {
        try {
            return Files.readString(ROOT.resolve(path));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
