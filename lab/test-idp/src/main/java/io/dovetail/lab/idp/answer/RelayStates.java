package io.dovetail.lab.idp.answer;

import java.util.Map;
import java.util.stream.Collectors;

/** security.md G1: an honest answer under a RelayState that leads away. */
public final class RelayStates {
    /** Never opened: it stands for wherever an attacker wants the browser to go. */
    public static final String ELSEWHERE = "elsewhere.example.org";

    /** The cookie that a line break would set. */
    public static final String COOKIE = "hostile";

    /** By line. */
    public static final Map<String, String> BY_LINE = Map.of(
            "G1_ANOTHER_ORIGIN", "https://" + ELSEWHERE + "/",
            "G1_TWO_SLASHES", "//" + ELSEWHERE + "/",
            "G1_SLASH_BACKSLASH", "/\\" + ELSEWHERE + "/",
            "G1_ENCODED_SLASHES", "/%2F" + ELSEWHERE + "/",
            "G1_SCRIPT", "javascript:alert('" + ELSEWHERE + "')",
            "G1_LINE_BREAK", "/\r\nSet-Cookie: " + COOKIE + "=1",
            "G1_TOO_LONG", "/" + "long".repeat(500));

    private RelayStates() {}

    static Map<String, AnswerRecipe> all() {
        return BY_LINE.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, line -> with(line.getValue())));
    }

    private static AnswerRecipe with(String relayState) {
        return occasion -> occasion.send(occasion.honest()).withRelayState(relayState);
    }
}
