package io.dovetail.lab.idp.signin;

import io.dovetail.lab.idp.SamlIds;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Keeps things under handles that nobody can guess; beyond its size the oldest are forgotten. */
final class Handles<T> {

    private final Map<String, T> kept;

    Handles(int size) {
        this.kept = new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
                return size() > size;
            }
        };
    }

    /** Keeps a thing and answers its handle. */
    synchronized String keep(T thing) {
        String handle = SamlIds.next().substring(1);
        kept.put(handle, thing);
        return handle;
    }

    synchronized Optional<T> find(String handle) {
        return Optional.ofNullable(kept.get(handle));
    }

    synchronized Optional<T> take(String handle) {
        return Optional.ofNullable(kept.remove(handle));
    }
}
