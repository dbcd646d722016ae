package io.dovetail.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every path of the tree that a document names is there. */
class NamedPathsTest {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(?:#[^)]*)?\\)");
    private static final Pattern CODE = Pattern.compile("`([A-Za-z0-9._/-]+)`");

    @Test
    void leadsNobodyToAPathThatIsNotThere() {
        var missing = new TreeSet<String>();
        var documents = Tree.files(path -> path.endsWith(".md") && !path.contains("src/"));
        assertFalse(documents.isEmpty());

        for (var document : documents) {
            var folder = Tree.ROOT.resolve(document).getParent();
            var text = Tree.read(document);
            find(LINK, text).stream()
                    .filter(link -> !link.contains(":"))
                    .filter(link -> !Files.exists(folder.resolve(link)))
                    .forEach(link -> missing.add(document + " → " + link));
            find(CODE, text).stream()
                    .filter(NamedPathsTest::beginsInTheTree)
                    .filter(path -> !Files.exists(Tree.ROOT.resolve(path)))
                    .forEach(path -> missing.add(document + " → " + path));
        }

        assertEquals(new TreeSet<>(), missing);
    }

    @Test
    void numbersEveryDecisionOnce() {
        var seen = new TreeSet<String>();
        var twice = new TreeSet<String>();

        for (var page : Tree.files(path -> path.startsWith("docs/decisions/"))) {
            var number = page.getFileName().toString().substring(0, 4);
            if (!seen.add(number)) {
                twice.add(number);
            }
        }

        assertEquals(new TreeSet<>(), twice);
    }

    /** With a folder of the root before its first slash; `/api/users` and `io.dovetail` are none. */
    private static boolean beginsInTheTree(String path) {
        var slash = path.indexOf('/');
        return slash > 0
                && !path.contains("/target/")
                && Files.isDirectory(Tree.ROOT.resolve(path.substring(0, slash)));
    }

    private static Set<String> find(Pattern pattern, String text) {
        var found = new TreeSet<String>();
        var matches = pattern.matcher(text);
        while (matches.find()) {
            found.add(Path.of(matches.group(1)).toString());
        }
        return found;
    }
}
