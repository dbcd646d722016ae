package io.dovetail.sso.keys;

import io.dovetail.sso.saml.Certificates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** The certificates that people come in by and that end soon, and of which of them administrators know it. */
@ApplicationScoped
public class EndingKeys {
    /** Of the days before the end, the nearest that has come counts. */
    private static final String ENDING = """
            select k.company_id, k.version, k.certificate, due.days
            from connection c
                join trusted_key k on k.company_id = c.company_id and k.version = c.current_version
                cross join lateral (select min(threshold.days) as days
                    from (values (1), (7), (30), (60)) as threshold (days)
                    where k.not_after <= cast(:now as timestamptz) + threshold.days * interval '1 day') due
            where c.state <> 'OFF' and k.ended_at is null and k.not_after > :now and due.days is not null
                and not exists (select 1 from certificate_warning w
                    where w.company_id = k.company_id and w.fingerprint = encode(sha256(k.certificate), 'hex')
                        and w.days <= due.days)
            order by k.not_after""";

    private static final String NOTE = """
            insert into certificate_warning as w (company_id, fingerprint, days, told_at) values (?, ?, ?, ?)
            on conflict (company_id, fingerprint) do update set days = excluded.days, told_at = excluded.told_at
            where w.days > excluded.days""";

    private final EntityManager database;
    private final Clock clock;

    EndingKeys(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A certificate of a current version that ends.
     *
     * @param days how many are left at most: 60, 30, 7 or 1
     */
    public record Ending(UUID companyId, int version, Certificate certificate, int days) {}

    /** Those of which nobody was told yet that so few days are left, at most {@code most}. */
    public List<Ending> find(int most) {
        List<?> rows = database.createNativeQuery(ENDING, Object[].class)
                .setParameter("now", Timestamp.from(clock.instant()))
                .setMaxResults(most)
                .getResultList();
        return rows.stream().map(row -> ending((Object[]) row)).toList();
    }

    /** @return whether this is news; of many at once, one gets true */
    public boolean note(Ending ending) {
        return database.createNativeQuery(NOTE)
                        .setParameter(1, ending.companyId())
                        .setParameter(2, ending.certificate().fingerprint())
                        .setParameter(3, ending.days())
                        .setParameter(4, Timestamp.from(clock.instant()))
                        .executeUpdate()
                == 1;
    }

    private static Ending ending(Object[] row) {
        return new Ending(
                (UUID) row[0],
                ((Number) row[1]).intValue(),
                Certificate.of(Certificates.decoded((byte[]) row[2])),
                ((Number) row[3]).intValue());
    }
}
