package io.dovetail.users.session;

import io.dovetail.kit.identity.Secrets;
import io.dovetail.kit.problem.CommonProblems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The stored sessions and their refresh tokens. */
@ApplicationScoped
class Sessions {
    private static final UUID NOBODYS = new UUID(0, 0);

    /** What a later Enable spared is left alone, however late an earlier one is heard of. */
    private static final String END_PASSWORD_SESSIONS = """
            with due as (select id from session where company_id = :company and method = 'PASSWORD'
                and ended_at is null and expires_at > :now and id <> :spared
                and (spared_at is null or spared_at <= :enabled) order by id for update)
            update session s set ended_at = :now where s.id in (select id from due)
            returning s.id, s.company_id, s.user_id,
                exists (select 1 from refresh_token t where t.session_id = s.id and t.issued_at > :tokensSince)""";

    private static final String LOCK_OWNERS = """
            select u.id from user_account u where u.id in (select s.user_id from session s where s.company_id = :company
                and s.method = 'PASSWORD' and s.ended_at is null and s.expires_at > :now) order by u.id for update""";

    private final EntityManager entities;

    Sessions(EntityManager entities) {
        this.entities = entities;
    }

    /** Which session of whom. */
    record SessionKey(UUID id, UUID companyId, UUID userId) {}

    void add(Session session) {
        entities.persist(session);
    }

    void add(RefreshToken token) {
        entities.persist(token);
    }

    Optional<Session> find(UUID id) {
        return Optional.ofNullable(entities.find(Session.class, id));
    }

    /** The caller's own session: an access token outlives its session by minutes, and tells nothing then. */
    Session requireLive(UUID id, UUID user, Instant now) {
        return find(id).filter(session -> session.belongsTo(user) && session.isLive(now))
                .orElseThrow(() -> CommonProblems.notAuthenticated().exception());
    }

    /**
     * Locks the session until the end of the transaction: its refreshes and its end come one after the other. Whoever
     * changes sessions of a user has locked the user before, so that nobody waits for each other.
     */
    Optional<Session> findForChange(UUID id) {
        return Optional.ofNullable(entities.find(Session.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** The session of a refresh token as it was; the token itself is read only once the session is locked. */
    Optional<SessionKey> findSessionOf(String token) {
        return entities
                .createQuery(
                        "select s.id, s.companyId, s.userId from RefreshToken t join Session s on s.id = t.sessionId"
                                + " where t.tokenHash = :hash",
                        SessionKey.class)
                .setParameter("hash", Secrets.sha256(token))
                .getResultList()
                .stream()
                .findFirst();
    }

    RefreshToken requireToken(String token) {
        return entities.getReference(RefreshToken.class, Secrets.sha256(token));
    }

    /** The user's live sessions, the newest first; all of them, or those that were opened before the given one. */
    List<Session> live(UUID user, Instant now, @Nullable Session after, int size) {
        var from = "from Session where userId = :user and endedAt is null and expiresAt > :now";
        var order = " order by openedAt desc, id desc";
        if (after == null) {
            return entities.createQuery(from + order, Session.class)
                    .setParameter("user", user)
                    .setParameter("now", now)
                    .setMaxResults(size)
                    .getResultList();
        }
        var older = " and (openedAt < :opened or (openedAt = :opened and id < :id))";
        return entities.createQuery(from + older + order, Session.class)
                .setParameter("user", user)
                .setParameter("now", now)
                .setParameter("opened", after.openedAt())
                .setParameter("id", after.id())
                .setMaxResults(size)
                .getResultList();
    }

    /** The user's live session for which tokens were made last. */
    Optional<UUID> findLastRefreshed(UUID user) {
        return entities
                .createQuery(
                        "select s.id from Session s join RefreshToken t on t.sessionId = s.id"
                                + " where s.userId = :user and s.endedAt is null order by t.issuedAt desc",
                        UUID.class)
                .setParameter("user", user)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst();
    }

    /**
     * Ends what was open at an Enable.
     *
     * @return how many were opened earlier and live until now, but for those that it or a later one spared
     */
    int endAllOf(UUID company, Instant enabled, Optional<UUID> spared, Instant now) {
        var open = "company_id = :owner and opened_at < :enabled and (spared_at is null or spared_at <= :enabled)";
        return end(open, company, spared, now).setParameter("enabled", enabled).executeUpdate();
    }

    /**
     * Locks whoever has a live session that a password opened, in the order of their ids. Whoever changes sessions of
     * one person, and tells of it, has locked that person before: nobody waits for each other.
     */
    void lockOwnersOfPasswordSessions(UUID company, Instant now) {
        entities.createNativeQuery(LOCK_OWNERS, UUID.class)
                .setParameter("company", company)
                .setParameter("now", now)
                .getResultList();
    }

    /** Notes that this session, if it is the user's, goes on although single sign-on is on; they are locked. */
    void spare(UUID id, UUID user, Instant enabled) {
        entities.createQuery("update Session set sparedAt = :enabled where id = :id and userId = :user"
                        + " and method = PASSWORD and (sparedAt is null or sparedAt < :enabled)")
                .setParameter("id", id)
                .setParameter("user", user)
                .setParameter("enabled", enabled)
                .executeUpdate();
    }

    /**
     * Ends the sessions that passwords opened, but for those that this Enable or a later one spared; their owners are
     * locked.
     *
     * @return those of them for which tokens were made since then
     */
    List<SessionKey> endPasswordSessions(
            UUID company, Instant enabled, Optional<UUID> spared, Instant tokensSince, Instant now) {
        List<?> ended = entities.createNativeQuery(END_PASSWORD_SESSIONS, Object[].class)
                .setParameter("company", company)
                .setParameter("spared", spared.orElse(NOBODYS))
                .setParameter("enabled", enabled)
                .setParameter("tokensSince", tokensSince)
                .setParameter("now", now)
                .getResultList();
        return ended.stream()
                .map(Object[].class::cast)
                .filter(row -> (Boolean) row[3])
                .map(row -> new SessionKey((UUID) row[0], (UUID) row[1], (UUID) row[2]))
                .toList();
    }

    /** Ends whatever sessions the company's people have. */
    void endAllOf(UUID company, Instant now) {
        end("company_id = :owner", company, Optional.empty(), now).executeUpdate();
    }

    /** @return how many were live until now */
    int endAll(UUID user, Optional<UUID> spared, Instant now) {
        return end("user_id = :owner", user, spared, now).executeUpdate();
    }

    /** Live sessions are locked in one order, so that a company's end and a person's never wait for each other. */
    private Query end(String whose, UUID owner, Optional<UUID> spared, Instant now) {
        return entities.createNativeQuery("with due as (select id from session where " + whose
                        + " and ended_at is null and expires_at > :now and id <> :spared order by id for update)"
                        + " update session set ended_at = :now where id in (select id from due)")
                .setParameter("owner", owner)
                .setParameter("spared", spared.orElse(NOBODYS))
                .setParameter("now", now);
    }
}
