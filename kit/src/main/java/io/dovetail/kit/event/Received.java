package io.dovetail.kit.event;

import java.time.Instant;
import java.util.UUID;

/** One thing that happened elsewhere, with its data read into the listener's own record. */
public record Received<T>(UUID id, String type, UUID companyId, Instant time, Actor actor, T data) {}
