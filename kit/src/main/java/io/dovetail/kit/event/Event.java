package io.dovetail.kit.event;

import java.time.Instant;
import java.util.UUID;

/**
 * One thing that happened, on its way out.
 *
 * @param type {@code dovetail.<name>.v1}
 * @param key events of one key arrive in the order in which their transactions committed
 * @param companyId the CloudEvents subject
 * @param data a record of plain values, written as JSON
 */
public record Event(
        UUID id, String type, String topic, String key, UUID companyId, Instant time, Actor actor, Object data) {

    /** A new event of version 1 with a fresh id. */
    public static Event of(
            String topic, String name, String key, UUID companyId, Actor actor, Instant time, Object data) {
        return new Event(UUID.randomUUID(), "dovetail." + name + ".v1", topic, key, companyId, time, actor, data);
    }
}
