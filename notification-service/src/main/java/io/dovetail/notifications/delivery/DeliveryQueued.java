package io.dovetail.notifications.delivery;

import java.util.UUID;

/** Said inside this process when a delivery was queued; observe it after the transaction's success. */
public record DeliveryQueued(UUID deliveryId) {}
