package io.dovetail.users.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Lists a person's own live sessions, the newest first, page by page. */
@ApplicationScoped
class ListSessions {
    private static final int PAGE_SIZE = 50;

    private final Sessions sessions;
    private final Clock clock;

    ListSessions(Sessions sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * Whose sessions.
     *
     * @param current the one that asks
     * @param cursor the session with which the page before ended
     */
    record Query(UUID user, UUID current, Optional<UUID> cursor) {}

    /** One of the sessions. */
    public record ListedSession(UUID id, SessionMethod method, Instant openedAt, Instant expiresAt, boolean current) {}

    /** @param next where the next page begins; null on the last one */
    @Schema(name = "SessionPage")
    public record Page(List<ListedSession> items, @Nullable UUID next) {}

    @Transactional
    Page handle(Query query) {
        var now = clock.instant();
        sessions.requireLive(query.current(), query.user(), now);
        var after = query.cursor()
                .map(id -> sessions.find(id)
                        .filter(session -> session.belongsTo(query.user()))
                        .orElseThrow(() -> SessionProblems.cursorUnknown().exception()))
                .orElse(null);
        var found = sessions.live(query.user(), now, after, PAGE_SIZE + 1).stream()
                .map(session -> listed(session, query.current()))
                .toList();
        if (found.size() <= PAGE_SIZE) {
            return new Page(found, null);
        }
        return new Page(found.subList(0, PAGE_SIZE), found.get(PAGE_SIZE - 1).id());
    }

    private static ListedSession listed(Session session, UUID current) {
        return new ListedSession(
                session.id(),
                session.method(),
                session.openedAt(),
                session.expiresAt(),
                session.id().equals(current));
    }
}
