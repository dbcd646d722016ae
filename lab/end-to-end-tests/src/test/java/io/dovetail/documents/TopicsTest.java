package io.dovetail.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** An operator who creates the topics of docs/operations.md has created all that the services use. */
class TopicsTest {
    private static final Pattern READ = Pattern.compile("topic=(dovetail\\.[a-z.-]+)");
    private static final Pattern WRITTEN = Pattern.compile("address: (dovetail\\.[a-z]+)");
    private static final Pattern LISTED = Pattern.compile("\\| `(dovetail\\.[a-z.-]+)` \\|");

    @Test
    void listsEveryTopicForOperators() {
        var used = new TreeSet<String>();
        Tree.files(path -> path.matches("[a-z]+-service/src/main/resources/application\\.properties"))
                .forEach(settings -> find(READ, settings, used));
        Tree.files(path -> path.equals("contracts/events/asyncapi.yaml")).forEach(api -> find(WRITTEN, api, used));

        var listed = new TreeSet<String>();
        find(LISTED, Path.of("docs/operations.md"), listed);

        assertEquals(used, listed);
    }

    private static void find(Pattern topic, Path file, TreeSet<String> found) {
        topic.matcher(Tree.read(file)).results().forEach(match -> found.add(match.group(1)));
    }
}
