package io.dovetail.notifications.delivery;

/** Where a mail stands. */
public enum DeliveryState {
    QUEUED,
    SENT,
    FAILED,

    /** Its link died before it was sent. */
    CANCELLED
}
