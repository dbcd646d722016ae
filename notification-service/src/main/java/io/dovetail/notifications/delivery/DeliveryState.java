package io.dovetail.notifications.delivery;

/** Where a mail stands. */
public enum DeliveryState {
    QUEUED,
    SENT,
    FAILED
}
