package io.dovetail.lab.idp.likeness;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;

/** One provider's traits as its file names them; a trait that it does not name is the usual one. */
final class Traits {

    private final String name;
    private final Properties values;

    private Traits(String name, Properties values) {
        this.name = name;
        this.values = values;
    }

    static Traits of(String name) {
        Properties values = new Properties();
        try (Reader reader = new InputStreamReader(open(name + ".properties"), StandardCharsets.UTF_8)) {
            values.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("The traits of " + name + " can't be read", e);
        }
        return new Traits(name, values);
    }

    /** The provider's metadata with gaps for what is our own. */
    String metadataTemplate() {
        try (InputStream in = open(name + "-metadata.xml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The metadata of " + name + " can't be read", e);
        }
    }

    String require(String trait) {
        return find(trait).orElseThrow(() -> new IllegalStateException(name + " lacks the trait " + trait));
    }

    Optional<String> find(String trait) {
        return Optional.ofNullable(values.getProperty(trait)).map(String::strip);
    }

    String text(String trait, String usual) {
        return find(trait).orElse(usual);
    }

    boolean flag(String trait) {
        return find(trait).map(Boolean::parseBoolean).orElse(false);
    }

    Optional<Duration> duration(String trait) {
        return find(trait).map(Duration::parse);
    }

    List<String> words(String trait) {
        return find(trait).map(text -> List.of(text.split(" +"))).orElse(List.of());
    }

    <E extends Enum<E>> E choice(String trait, Class<E> type, E usual) {
        return find(trait).map(text -> Enum.valueOf(type, text)).orElse(usual);
    }

    /** What a provider sends of a person without being asked: {@code attribute.1 = name | value | value}. */
    Map<String, List<String>> attributes() {
        Map<String, List<String>> attributes = new LinkedHashMap<>();
        for (String key : new TreeSet<>(values.stringPropertyNames())) {
            if (key.startsWith("attribute.")) {
                List<String> parts = Arrays.stream(require(key).split("\\|", -1))
                        .map(String::strip)
                        .toList();
                attributes.put(parts.get(0), parts.subList(1, parts.size()));
            }
        }
        return attributes;
    }

    private static InputStream open(String file) {
        return Objects.requireNonNull(Traits.class.getResourceAsStream(file), file);
    }
}
