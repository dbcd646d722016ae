package io.dovetail.kit.removal;

import java.util.UUID;

/**
 * Deletes what a service keeps of who was removed for good. The ids are noted before, and the outbox is cleared after
 * it, in the same transaction.
 */
public interface Forgetting {

    void company(UUID companyId);

    void user(UUID companyId, UUID userId);
}
