package io.dovetail.lab.idp.check.line;

import io.dovetail.lab.idp.Attack;
import io.dovetail.lab.idp.answer.Answers;
import io.dovetail.lab.idp.metadata.HostileMetadata;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds how a line is played: by one hostile response, or by a dance of its own. */
public final class Scenarios {

    private static final Map<String, Scenario> ALL = all();

    private Scenarios() {}

    /** How a line is played; empty for those that never apply. */
    public static Optional<Scenario> find(Line line) {
        return Optional.ofNullable(ALL.get(line.name()));
    }

    private static Map<String, Scenario> all() {
        Map<String, Scenario> all = new HashMap<>();
        Lines.all()
                .forEach(line ->
                        Answers.find(line.name()).ifPresent(recipe -> all.put(line.name(), new OneAnswer(recipe))));
        Arrays.stream(Attack.values()).forEach(attack -> all.put(attack.name(), new HostileResponse(attack)));
        Lines.all().stream()
                .filter(Line::isAboutMetadata)
                .forEach(line -> HostileMetadata.findText(line.name())
                        .ifPresent(text -> all.put(line.name(), new MetadataLine(text))));
        Stream.of(
                        BodyLines.all(),
                        RequestLines.all(),
                        ReplayLines.all(),
                        RelayStateLines.all(),
                        SecondConnectionLines.all())
                .forEach(all::putAll);
        return Map.copyOf(all);
    }
}
