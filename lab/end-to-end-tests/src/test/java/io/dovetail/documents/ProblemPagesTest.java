package io.dovetail.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every problem that the code can answer has its page, and every page its problem. */
class ProblemPagesTest {
    private static final Pattern PROBLEM = Pattern.compile("Problem\\.of\\(\\s*\"([a-z-]+)\",\\s*(\\w+),");
    private static final Pattern HEAD = Pattern.compile("# .+\\n\\n`([a-z-]+)` · HTTP (\\w+)\\n");

    @Test
    void explainsEveryProblemUnderItsStatus() {
        var inCode = new TreeMap<String, String>();
        Tree.files(path -> path.contains("src/main/java") && path.endsWith(".java"))
                .forEach(source -> {
                    var problems = PROBLEM.matcher(Tree.read(source));
                    while (problems.find()) {
                        inCode.put(problems.group(1), problems.group(2).equals("status") ? "4xx" : problems.group(2));
                    }
                });

        var onPages = new TreeMap<String, String>();
        Tree.files(path -> path.startsWith("contracts/problems/")).forEach(page -> {
            var head = HEAD.matcher(Tree.read(page));
            assertTrue(head.lookingAt(), page + " does not begin with a title, the slug and the status");
            assertEquals(page.getFileName().toString(), head.group(1) + ".md");
            onPages.put(head.group(1), head.group(2));
        });

        assertEquals(inCode, onPages);
    }

    @Test
    void saysOnEveryPageWhatHappenedAndWhatToDo() {
        var poor = new TreeSet<String>();

        Tree.files(path -> path.startsWith("contracts/problems/")).forEach(page -> {
            var text = Tree.read(page);
            if (!text.contains("**What happened.** ") || !text.contains("**What to do.** ")) {
                poor.add(page.toString());
            }
        });

        assertEquals(new TreeSet<>(), poor);
    }
}
