package io.dovetail.sso.connection;

import java.util.Optional;
import java.util.stream.Stream;

/** Which versions of a connection matter: whatever else was saved is history. */
public record InUse(Optional<Integer> current, Optional<Integer> draft) {

    public boolean includes(int version) {
        return versions().anyMatch(used -> used == version);
    }

    public Stream<Integer> versions() {
        return Stream.of(current, draft).flatMap(Optional::stream);
    }

    /** Whether this is what people come in by, or, before there is such a version, will. */
    public boolean isForemost(int version) {
        return current.or(() -> draft).filter(foremost -> foremost == version).isPresent();
    }
}
