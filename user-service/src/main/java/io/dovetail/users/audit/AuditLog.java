package io.dovetail.users.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The stored audit logs of all companies. */
@ApplicationScoped
class AuditLog {
    private static final String PAGE = "select e, u.email from AuditEntry e"
            + " left join User u on u.id = e.actorUserId and u.companyId = e.companyId where e.companyId = :company";
    private static final String OLDER = " and (e.at < :at or (e.at = :at and e.id < :id))";
    private static final String NEWEST_FIRST = " order by e.at desc, e.id desc";

    private static final String FORGET =
            "delete from audit_entry where id in (select id from audit_entry where at < :before limit :most)";

    private final EntityManager entities;

    AuditLog(EntityManager entities) {
        this.entities = entities;
    }

    /** @param email of who acted, as it is at present; null if nobody of the company (any more) did */
    record Line(AuditEntry entry, @Nullable String email) {}

    void add(AuditEntry entry) {
        entities.persist(entry);
    }

    Optional<AuditEntry> find(UUID id) {
        return Optional.ofNullable(entities.find(AuditEntry.class, id));
    }

    /** The newest first; the first ones, or those before the given one. */
    List<Line> page(UUID company, @Nullable AuditEntry after, int size) {
        var query = after == null
                ? query(PAGE + NEWEST_FIRST)
                : query(PAGE + OLDER + NEWEST_FIRST)
                        .setParameter("at", after.at())
                        .setParameter("id", after.id());
        return query.setParameter("company", company).setMaxResults(size).getResultList().stream()
                .map(row -> new Line((AuditEntry) row[0], (String) row[1]))
                .toList();
    }

    /** @return how many were forgotten, at most the given number */
    int forget(Instant before, int most) {
        return entities.createNativeQuery(FORGET)
                .setParameter("before", before)
                .setParameter("most", most)
                .executeUpdate();
    }

    private TypedQuery<Object[]> query(String text) {
        return entities.createQuery(text, Object[].class);
    }
}
