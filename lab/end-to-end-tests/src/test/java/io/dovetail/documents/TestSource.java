package io.dovetail.documents;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A test class as text, read by the shape that the formatter gives it: members stand four spaces in, with a blank line
 * between them.
 */
final class TestSource {
    private static final Pattern METHOD = Pattern.compile("(?m)^    (?![ @*/}])[^\\n=;]*?(\\w+)\\([^;{]*\\)[^;{]*\\{$");
    private static final Pattern TEST = Pattern.compile("@(Test|ParameterizedTest|RepeatedTest|TestFactory)\\b");
    private static final Pattern DISABLED = Pattern.compile("@Disabled\\b");
    private static final Pattern CONSTANT =
            Pattern.compile("(?ms)^    (?:private |public )?static final [^\\n=]*? (\\w+) =.*?;$");

    /** Head (comment and annotations) and body of each member, by name; overloads are one. */
    private final Map<String, String> members = new LinkedHashMap<>();

    private final Map<String, String> tests = new LinkedHashMap<>();
    private final boolean isDisabled;

    TestSource(String source) {
        this.isDisabled = Pattern.compile("(?m)^@Disabled\\b").matcher(source).find();
        var declared = METHOD.matcher(source);
        while (declared.find()) {
            var head = source.substring(source.lastIndexOf("\n\n", declared.start()) + 1, declared.start());
            var end = source.indexOf("\n    }\n", declared.end());
            var text = head + source.substring(declared.start(), end < 0 ? source.length() : end);
            members.merge(declared.group(1), text, String::concat);
            if (TEST.matcher(head).find() && !DISABLED.matcher(head).find()) {
                tests.merge(declared.group(1), text, String::concat);
            }
        }
        CONSTANT.matcher(source)
                .results()
                .forEach(constant -> members.merge(constant.group(1), constant.group(), String::concat));
    }

    /** Whether a method of that name is run as a test. */
    boolean hasTest(String name) {
        return !isDisabled && tests.containsKey(name);
    }

    List<String> testsNamed(Pattern like) {
        return tests.keySet().stream().filter(name -> like.matcher(name).find()).toList();
    }

    /** What a test says, with the members of its class that it names, and those that they name: sources and helpers. */
    String textOf(String test) {
        Set<String> named = new LinkedHashSet<>();
        var open = new ArrayDeque<>(List.of(test));
        while (!open.isEmpty()) {
            var member = open.pop();
            if (members.containsKey(member) && named.add(member)) {
                open.addAll(namedIn(members.getOrDefault(member, "")));
            }
        }
        return named.stream().map(members::get).collect(Collectors.joining("\n"));
    }

    private Collection<String> namedIn(String text) {
        return Pattern.compile("\\w+")
                .matcher(text)
                .results()
                .map(word -> word.group())
                .filter(members::containsKey)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
