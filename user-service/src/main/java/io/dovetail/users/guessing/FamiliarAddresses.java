package io.dovetail.users.guessing;

import io.dovetail.kit.identity.Secrets;
import io.dovetail.users.user.UserProfile;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** From where the owners of accounts came in the last 90 days; only hashes are kept. */
@ApplicationScoped
class FamiliarAddresses {
    private static final Duration KEPT = Duration.ofDays(90);
    private static final int BATCH = 5_000;

    /** Once a day is enough: a sign-in that changes nothing writes nothing. */
    private static final String NOTE = """
            insert into familiar_address (user_id, network_hash, seen_at) values (:user, :network, :now)
            on conflict (user_id, network_hash) do update set seen_at = excluded.seen_at
            where familiar_address.seen_at < excluded.seen_at - interval '1 day'""";

    private static final String FIND = """
            select count(*) from familiar_address
            where user_id in (:users) and network_hash = :network and seen_at > :since""";

    private static final String SWEEP = """
            delete from familiar_address where (user_id, network_hash) in
            (select user_id, network_hash from familiar_address where seen_at <= :since limit :most)""";

    private final EntityManager entities;
    private final Clock clock;

    FamiliarAddresses(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void note(UUID user, String network) {
        entities.createNativeQuery(NOTE)
                .setParameter("user", user)
                .setParameter("network", Secrets.sha256(network))
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    @Transactional
    boolean isTo(List<UserProfile> accounts, String network) {
        var familiar = entities.createNativeQuery(FIND, Long.class)
                .setParameter("users", accounts.stream().map(UserProfile::id).toList())
                .setParameter("network", Secrets.sha256(network))
                .setParameter("since", clock.instant().minus(KEPT))
                .getSingleResult();
        return ((Number) familiar).longValue() > 0;
    }

    @Scheduled(every = "6h", delayed = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        var swept = BATCH;
        while (swept == BATCH) {
            swept = QuarkusTransaction.requiringNew().call(this::sweepBatch);
        }
    }

    private int sweepBatch() {
        return entities.createNativeQuery(SWEEP)
                .setParameter("since", clock.instant().minus(KEPT))
                .setParameter("most", BATCH)
                .executeUpdate();
    }
}
