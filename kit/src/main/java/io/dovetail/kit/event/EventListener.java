package io.dovetail.kit.event;

/**
 * Reacts to one type of event by calling one use case.
 *
 * <p>{@link #on} runs in one transaction with the inbox row, so that the event takes effect once; a deed done outside
 * the database does not belong here. An exception rolls everything back and is tried again, then dead-lettered.
 */
public interface EventListener<T> {

    /** The full type, {@code dovetail.<name>.v1}. */
    String type();

    /** What the data are read into; unknown fields are ignored. */
    Class<T> dataType();

    void on(Received<T> event);
}
