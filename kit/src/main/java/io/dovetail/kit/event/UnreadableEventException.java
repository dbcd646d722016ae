package io.dovetail.kit.event;

import org.jspecify.annotations.Nullable;

/** A record that no retry will make readable; it is dead-lettered at once. */
public class UnreadableEventException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableEventException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
