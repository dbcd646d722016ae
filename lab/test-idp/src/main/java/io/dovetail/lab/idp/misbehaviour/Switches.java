package io.dovetail.lab.idp.misbehaviour;

import io.dovetail.lab.idp.Attack;
import io.dovetail.lab.idp.check.line.Expectation;
import io.dovetail.lab.idp.check.line.Line;
import io.dovetail.lab.idp.check.line.Lines;
import io.dovetail.lab.idp.http.Refused;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which applications misbehave, each until it is switched off. */
public final class Switches {

    private static final Set<String> ATTACKS =
            Arrays.stream(Attack.values()).map(Attack::name).collect(Collectors.toSet());

    private final Map<String, Misbehaviour> byApplication = new HashMap<>();

    /** Every hostile response that can be made by hand, by the letter of its line in security.md. */
    static Map<String, List<Line>> byLetter() {
        return Lines.all().stream()
                .filter(line -> ATTACKS.contains(line.name()) && line.expectation() != Expectation.NONE)
                .collect(Collectors.groupingBy(Line::letter, LinkedHashMap::new, Collectors.toList()));
    }

    /** What an application answers with instead of an honest response. */
    public synchronized Optional<Misbehaviour> of(String applicationId) {
        return Optional.ofNullable(byApplication.get(applicationId));
    }

    synchronized void on(String applicationId, String name, boolean twin) {
        Line line = byLetter().values().stream()
                .flatMap(List::stream)
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refused.malformed("There is no such misbehaviour."));
        byApplication.put(applicationId, new Misbehaviour(line, Attack.valueOf(name), twin));
    }

    synchronized void off(String applicationId) {
        byApplication.remove(applicationId);
    }
}
