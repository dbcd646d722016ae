package io.dovetail.sso.keys;

import java.util.List;

/** What a refresh changed of a version's keys. */
public record KeyChange(List<Certificate> added, List<Certificate> ended) {
    public static final KeyChange NONE = new KeyChange(List.of(), List.of());

    public boolean isEmpty() {
        return added.isEmpty() && ended.isEmpty();
    }
}
