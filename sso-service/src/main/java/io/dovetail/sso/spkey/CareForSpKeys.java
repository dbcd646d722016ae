package io.dovetail.sso.spkey;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * Every hour: drops keys that were replaced a week ago, and seals with today's sealing key what an older one sealed.
 */
@ApplicationScoped
class CareForSpKeys {
    private static final int PAGE = 200;

    private final SpKeys keys;
    private final MakeSpKey makeSpKey;
    private final Clock clock;

    CareForSpKeys(SpKeys keys, MakeSpKey makeSpKey, Clock clock) {
        this.keys = keys;
        this.makeSpKey = makeSpKey;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void care() {
        QuarkusTransaction.requiringNew()
                .run(() -> keys.dropPreviousMovedBefore(clock.instant().minus(KeyState.PREVIOUS_KEPT)));
        var after = new UUID(0, 0);
        List<SpKey> page;
        do {
            var from = after;
            page = QuarkusTransaction.requiringNew().call(() -> sealAnew(from));
            after = page.isEmpty() ? after : page.get(page.size() - 1).id();
        } while (page.size() == PAGE);
    }

    private List<SpKey> sealAnew(UUID after) {
        var page = keys.page(after, PAGE);
        page.stream().filter(key -> !makeSpKey.isSealedWithTheCurrentKey(key)).forEach(this::sealAnew);
        return page;
    }

    /** One that does not open stops nobody else's. */
    private void sealAnew(SpKey key) {
        makeSpKey.findOpened(key).ifPresent(opened -> keys.seal(key, makeSpKey.seal(opened.privateKey())));
    }
}
