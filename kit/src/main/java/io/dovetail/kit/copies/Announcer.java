package io.dovetail.kit.copies;

import org.jspecify.annotations.Nullable;

/** Appends an owner's present state to its outbox, page by page. */
public interface Announcer {

    /** One page: how many events it appended, and where the next one begins; null when there is none. */
    record Page(int events, @Nullable String next) {}

    /**
     * Appends the state events of the page that begins after the cursor (null: from the beginning), with the revisions
     * that the state has; runs in a transaction of its own.
     */
    Page announce(@Nullable String after);
}
