package io.dovetail.lab.idp.metadata;

import io.dovetail.lab.idp.Attack;
import io.dovetail.lab.idp.http.Answer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds the metadata of a line of security.md B8, B11, E3, G2 and I2 to I11. */
public final class HostileMetadata {
    private static final Map<String, MetadataRecipe> SERVED = served();
    private static final Map<String, Function<MetadataScene, String>> TEXTS = texts();

    private HostileMetadata() {}

    /** What an address of metadata answers for a line. */
    public static Optional<MetadataRecipe> find(String line) {
        return Optional.ofNullable(SERVED.get(line));
    }

    /** The same as a text that can be pasted, where it is one. */
    public static Optional<Function<MetadataScene, String>> findText(String line) {
        return Optional.ofNullable(TEXTS.get(line));
    }

    private static Map<String, MetadataRecipe> served() {
        Map<String, MetadataRecipe> served = new HashMap<>(MetadataAnswers.all());
        texts().forEach((line, text) -> served.put(line, scene -> xml(text.apply(scene))));
        return Map.copyOf(served);
    }

    private static Map<String, Function<MetadataScene, String>> texts() {
        Map<String, Function<MetadataScene, String>> texts = new HashMap<>(MetadataTexts.all());
        texts.put("B8_KEY_NO_LONGER_LISTED", scene -> scene.listing(scene.next()));
        texts.put("B11_CERTIFICATE_PAST_ITS_END", scene -> scene.listing(scene.ended()));
        Stream.of(Attack.E3_RSA_1024, Attack.E3_EC_P224, Attack.E3_DSA)
                .forEach(weak -> texts.put(weak.name(), scene -> scene.listing(weak.trusted(scene.keys()))));
        return Map.copyOf(texts);
    }

    static Answer xml(String text) {
        return Answer.bytes(200, "application/samlmetadata+xml", text.getBytes(StandardCharsets.UTF_8));
    }
}
