package io.dovetail.lab.idp.check.line;

import io.dovetail.lab.idp.Attack;
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
        Arrays.stream(Attack.values()).forEach(attack -> all.put(attack.name(), new HostileResponse(attack)));
        Stream.of(
                        KeyLines.all(),
                        TextLines.all(),
                        BodyLines.all(),
                        RequestLines.all(),
                        ReplayLines.all(),
                        MessageLines.all(),
                        ContentLines.all(),
                        RelayStateLines.all())
                .forEach(all::putAll);
        return Map.copyOf(all);
    }
}
