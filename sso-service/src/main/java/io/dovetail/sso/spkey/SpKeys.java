package io.dovetail.sso.spkey;

import io.dovetail.sso.saml.Certificates;
import io.dovetail.sso.saml.SpCredential;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Our keys of each company: one active of each use, and during a rotation a second one. */
@ApplicationScoped
public class SpKeys {
    private static final String COLUMNS =
            "select id, company_id, key_use, state, certificate, sealed_key, made_at from sp_key";

    private final EntityManager database;
    private final MakeSpKey makeSpKey;
    private final OpenedKeys openedKeys;
    private final Clock clock;

    SpKeys(EntityManager database, MakeSpKey makeSpKey, OpenedKeys openedKeys, Clock clock) {
        this.database = database;
        this.makeSpKey = makeSpKey;
        this.openedKeys = openedKeys;
        this.clock = clock;
    }

    /** Makes the company's first key of this use, unless it has one. */
    public void ensure(UUID companyId, KeyUse use) {
        if (find(companyId, use, KeyState.ACTIVE).isEmpty()) {
            add(companyId, use, KeyState.ACTIVE);
        }
    }

    /** What signs the company's requests now. */
    public SpCredential signing(UUID companyId) {
        return find(companyId, KeyUse.SIGNING, KeyState.ACTIVE)
                .map(makeSpKey::open)
                .orElseThrow(() -> new IllegalStateException("requests are to be signed, and there is no key"));
    }

    /**
     * What the company's assertions may be encrypted to, the newest first; none while encryption was never switched on.
     * One that does not open is passed over: people who are sent plain assertions, or such under another key, come in.
     */
    public List<PrivateKey> decryption(UUID companyId) {
        return all(companyId).stream()
                .filter(key -> key.use() == KeyUse.ENCRYPTION)
                .flatMap(key -> openedKeys.find(key).stream())
                .toList();
    }

    /** What our metadata shows: to encrypt to, the newest first; to verify with, the active one first. */
    public List<X509Certificate> published(UUID companyId, KeyUse use) {
        var first = use == KeyUse.SIGNING ? KeyState.ACTIVE : KeyState.NEXT;
        var shown = all(companyId).stream()
                .filter(key -> key.use() == use && key.state() != KeyState.PREVIOUS)
                .sorted((one, other) -> Boolean.compare(other.state() == first, one.state() == first));
        return shown.map(SpKey::certificate).toList();
    }

    /** @return false if there is such a key already */
    boolean add(UUID companyId, KeyUse use, KeyState state) {
        var now = clock.instant();
        var made = makeSpKey.make(use, now);
        return database.createNativeQuery("insert into sp_key (id, company_id, key_use, state, certificate, sealed_key,"
                                + " made_at) values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing")
                        .setParameter(1, UUID.randomUUID())
                        .setParameter(2, companyId)
                        .setParameter(3, use.name())
                        .setParameter(4, state.name())
                        .setParameter(5, Certificates.encoded(made.certificate()))
                        .setParameter(6, made.sealedKey())
                        .setParameter(7, Timestamp.from(now))
                        .executeUpdate()
                == 1;
    }

    Optional<SpKey> find(UUID companyId, KeyUse use, KeyState state) {
        return all(companyId).stream()
                .filter(key -> key.use() == use && key.state() == state)
                .findFirst();
    }

    /** At most six, the newest first. */
    List<SpKey> all(UUID companyId) {
        List<?> rows = database.createNativeQuery(COLUMNS + " where company_id = ? order by made_at desc, id")
                .setParameter(1, companyId)
                .getResultList();
        return rows.stream().map(SpKeys::read).toList();
    }

    /** One page of all companies' keys. */
    List<SpKey> page(UUID after, int size) {
        List<?> rows = database.createNativeQuery(COLUMNS + " where id > ? order by id limit ?")
                .setParameter(1, after)
                .setParameter(2, size)
                .getResultList();
        return rows.stream().map(SpKeys::read).toList();
    }

    /** Whoever comes second finds it changed. @return false if there is no such key (any more) */
    boolean move(UUID companyId, KeyUse use, KeyState from, KeyState to) {
        return database.createNativeQuery("update sp_key set state = ?, moved_at = ?"
                                + " where company_id = ? and key_use = ? and state = ?")
                        .setParameter(1, to.name())
                        .setParameter(2, Timestamp.from(clock.instant()))
                        .setParameter(3, companyId)
                        .setParameter(4, use.name())
                        .setParameter(5, from.name())
                        .executeUpdate()
                == 1;
    }

    /** When the key came to this state; empty if there is none. */
    Optional<Instant> movedAt(UUID companyId, KeyUse use, KeyState state) {
        List<?> found = database.createNativeQuery(
                        "select moved_at from sp_key where company_id = ? and key_use = ? and state = ?", Instant.class)
                .setParameter(1, companyId)
                .setParameter(2, use.name())
                .setParameter(3, state.name())
                .getResultList();
        return found.stream().map(Instant.class::cast).findFirst();
    }

    boolean drop(UUID companyId, KeyUse use, KeyState state) {
        return database.createNativeQuery("delete from sp_key where company_id = ? and key_use = ? and state = ?")
                        .setParameter(1, companyId)
                        .setParameter(2, use.name())
                        .setParameter(3, state.name())
                        .executeUpdate()
                == 1;
    }

    int dropPreviousMovedBefore(Instant instant) {
        return database.createNativeQuery("delete from sp_key where state = 'PREVIOUS' and moved_at < ?")
                .setParameter(1, Timestamp.from(instant))
                .executeUpdate();
    }

    void seal(SpKey key, String sealedKey) {
        database.createNativeQuery("update sp_key set sealed_key = ? where id = ? and sealed_key = ?")
                .setParameter(1, sealedKey)
                .setParameter(2, key.id())
                .setParameter(3, key.sealedKey())
                .executeUpdate();
    }

    private static SpKey read(Object row) {
        var columns = (Object[]) row;
        return new SpKey(
                (UUID) columns[0],
                (UUID) columns[1],
                KeyUse.valueOf((String) columns[2]),
                KeyState.valueOf((String) columns[3]),
                Certificates.decoded((byte[]) columns[4]),
                (String) columns[5],
                (Instant) columns[6]);
    }
}
