package io.dovetail.sso.keys;

import io.dovetail.sso.saml.Certificates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.security.cert.X509Certificate;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Which keys count for which version, and which did (docs/decisions/0008-trusted-keys-stand-beside-the-versions.md).
 */
@ApplicationScoped
public class TrustedKeys {
    private static final int MOST_SHOWN = 1_000;

    private final EntityManager database;
    private final Clock clock;

    TrustedKeys(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Every one of them counts now. */
    public List<X509Certificate> of(UUID companyId, int version) {
        List<?> rows = database.createNativeQuery(
                        "select certificate from trusted_key where company_id = ? and version = ?"
                                + " and ended_at is null order by position")
                .setParameter(1, companyId)
                .setParameter(2, version)
                .getResultList();
        return rows.stream().map(row -> Certificates.decoded((byte[]) row)).toList();
    }

    /** The same of several versions; one without keys is not in it. */
    public Map<Integer, List<X509Certificate>> of(UUID companyId, List<Integer> versions) {
        List<?> rows = database.createNativeQuery(
                        "select version, certificate from trusted_key where company_id = :company"
                                + " and version in (:versions) and ended_at is null order by version, position",
                        Object[].class)
                .setParameter("company", companyId)
                .setParameter("versions", versions.isEmpty() ? List.of(0) : versions)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .collect(Collectors.groupingBy(
                        row -> ((Number) row[0]).intValue(),
                        Collectors.mapping(row -> Certificates.decoded((byte[]) row[1]), Collectors.toList())));
    }

    public void add(UUID companyId, int version, List<X509Certificate> certificates) {
        for (var certificate : certificates) {
            database.createNativeQuery(
                            "insert into trusted_key (company_id, version, position, certificate, not_after, added_at)"
                                    + " select ?1, ?2, coalesce(max(position) + 1, 0), ?3, ?4, ?5 from trusted_key"
                                    + " where company_id = ?1 and version = ?2")
                    .setParameter(1, companyId)
                    .setParameter(2, version)
                    .setParameter(3, Certificates.encoded(certificate))
                    .setParameter(4, Timestamp.from(certificate.getNotAfter().toInstant()))
                    .setParameter(5, Timestamp.from(clock.instant()))
                    .executeUpdate();
        }
    }

    /** Whether a key that counts came within this time. */
    public boolean wereAddedWithin(UUID companyId, int version, Duration time) {
        List<?> found = database.createNativeQuery("select 1 from trusted_key where company_id = ? and version = ?"
                        + " and ended_at is null and added_at > ? limit 1")
                .setParameter(1, companyId)
                .setParameter(2, version)
                .setParameter(3, Timestamp.from(clock.instant().minus(time)))
                .getResultList();
        return !found.isEmpty();
    }

    /** From the end of the transaction exactly the listed ones count (security.md B8). */
    KeyChange replace(UUID companyId, int version, List<X509Certificate> listed) {
        var known = of(companyId, version);
        var added = listed.stream()
                .filter(certificate -> !known.contains(certificate))
                .toList();
        var ended = known.stream()
                .filter(certificate -> !listed.contains(certificate))
                .toList();
        add(companyId, version, added);
        for (var certificate : ended) {
            database.createNativeQuery("update trusted_key set ended_at = ? where company_id = ? and version = ?"
                            + " and certificate = ? and ended_at is null")
                    .setParameter(1, Timestamp.from(clock.instant()))
                    .setParameter(2, companyId)
                    .setParameter(3, version)
                    .setParameter(4, Certificates.encoded(certificate))
                    .executeUpdate();
        }
        return new KeyChange(Certificate.of(added), Certificate.of(ended));
    }

    /**
     * All that ever counted, at most 1,000: first those that count now for one of the versions, then the newest.
     *
     * @param used which versions matter now
     */
    public List<TrustedKey> history(UUID companyId, List<Integer> used) {
        List<?> rows = database.createNativeQuery(
                        "select version, certificate, added_at, ended_at from trusted_key where company_id = :company"
                                + " order by (ended_at is null and version in (:used)) desc, added_at desc,"
                                + " version desc, position",
                        Object[].class)
                .setParameter("company", companyId)
                .setParameter("used", used.isEmpty() ? List.of(0) : used)
                .setMaxResults(MOST_SHOWN)
                .getResultList();
        return rows.stream().map(row -> key((Object[]) row)).toList();
    }

    private static TrustedKey key(Object[] row) {
        return new TrustedKey(
                ((Number) row[0]).intValue(),
                Certificate.of(Certificates.decoded((byte[]) row[1])),
                (Instant) row[2],
                Optional.ofNullable((Instant) row[3]));
    }
}
