package io.dovetail.lab.idp.answer;

import io.dovetail.lab.idp.Attack;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the recipe of a line that one answer plays. */
public final class Answers {
    private static final Map<String, AnswerRecipe> ALL = all();

    private Answers() {}

    /** Empty where a line takes more than one answer of one browser. */
    public static Optional<AnswerRecipe> find(String line) {
        return Optional.ofNullable(ALL.get(line));
    }

    private static Map<String, AnswerRecipe> all() {
        Map<String, AnswerRecipe> all = new HashMap<>();
        Arrays.stream(Attack.values()).forEach(attack -> all.put(attack.name(), new AttackAnswer(attack)));
        Stream.of(
                        KeyAnswers.all(),
                        TextAnswers.all(),
                        ContentAnswers.all(),
                        MessageAnswers.all(),
                        RequestAnswers.all(),
                        RelayStates.all())
                .forEach(all::putAll);
        return Map.copyOf(all);
    }
}
