package io.dovetail.sso.connection;

import io.dovetail.kit.event.Actor;
import io.dovetail.kit.event.Event;
import io.dovetail.kit.identity.PublicUrl;
import io.dovetail.kit.outbox.Outbox;
import io.dovetail.sso.saml.response.ConnectionTrust;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The connections, their versions and their trusted keys. */
@ApplicationScoped
public class Connections {
    private final EntityManager database;
    private final PublicUrl publicUrl;
    private final Outbox outbox;
    private final Clock clock;

    Connections(EntityManager database, PublicUrl publicUrl, Outbox outbox, Clock clock) {
        this.database = database;
        this.publicUrl = publicUrl;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The version that counts at sign-ins, with the state of single sign-on. */
    public Optional<UsableConnection> findCurrent(UUID companyId) {
        return find(companyId)
                .flatMap(connection -> connection.currentVersion().flatMap(version -> use(connection, version)));
    }

    /** What a verification tests: the draft, else the current version. */
    public Optional<UsableConnection> findToVerify(UUID companyId) {
        return find(companyId)
                .flatMap(connection -> connection
                        .draftVersion()
                        .or(connection::currentVersion)
                        .flatMap(version -> use(connection, version)));
    }

    public Optional<UsableConnection> findVersion(UUID companyId, int version) {
        return find(companyId).flatMap(connection -> use(connection, version));
    }

    /** Makes the draft current; the caller has made sure that it may. */
    public void enable(UUID companyId, Actor actor, UUID userId) {
        var connection = lock(companyId);
        var draft = connection
                .draftVersion()
                .or(connection::currentVersion)
                .flatMap(version -> findStored(companyId, version))
                .orElseThrow(() -> ConnectionProblems.nothingSaved().exception());
        var now = clock.instant();
        outbox.append(connection.enable(draft, actor, now));
        var enabled = new ConnectionEnabled(companyId, draft.version(), userId);
        outbox.append(
                Event.of("dovetail.sso", "connection-enabled", companyId.toString(), companyId, actor, now, enabled));
    }

    /** The first session through SSO ends the trial; every later one finds it ended. */
    public void endTrial(UUID companyId) {
        if (find(companyId)
                .map(Connection::state)
                .filter(SingleSignOn.ON_TRIAL::equals)
                .isEmpty()) {
            return;
        }
        var connection = lock(companyId);
        database.refresh(connection);
        var current = connection.currentVersion().flatMap(version -> findStored(companyId, version));
        connection.endTrial(current, clock.instant()).ifPresent(outbox::append);
    }

    /** Where the provider answers for this company. */
    public String acsUrl(UUID companyId) {
        return publicUrl.resolve("/auth/saml/" + companyId);
    }

    String spEntityId(Optional<ConnectionVersion> version) {
        return version.flatMap(ConnectionVersion::ownEntityId).orElse(publicUrl.origin());
    }

    Optional<Connection> find(UUID companyId) {
        return Optional.ofNullable(database.find(Connection.class, companyId));
    }

    /** For a change: the row is locked until the transaction ends, and made when it is not there. */
    Connection lock(UUID companyId) {
        database.createNativeQuery(
                        "insert into connection (company_id, revision, state) values (?, 1, 'OFF') on conflict do nothing")
                .setParameter(1, companyId)
                .executeUpdate();
        return database.find(Connection.class, companyId, LockModeType.PESSIMISTIC_WRITE);
    }

    Optional<ConnectionVersion> findStored(UUID companyId, int version) {
        return Optional.ofNullable(
                database.find(ConnectionVersion.class, new ConnectionVersion.Key(companyId, version)));
    }

    void add(UUID companyId, ConnectionVersion version, List<X509Certificate> certificates) {
        database.persist(version);
        database.flush();
        for (var position = 0; position < certificates.size(); position++) {
            var certificate = certificates.get(position);
            database.createNativeQuery("insert into trusted_key values (?, ?, ?, ?, ?, ?)")
                    .setParameter(1, companyId)
                    .setParameter(2, version.version())
                    .setParameter(3, position)
                    .setParameter(4, encoded(certificate))
                    .setParameter(5, Timestamp.from(certificate.getNotAfter().toInstant()))
                    .setParameter(6, Timestamp.from(clock.instant()))
                    .executeUpdate();
        }
    }

    /** One page of all connections, for the announcement. */
    List<Connection> page(UUID after, int size) {
        return database.createQuery("from Connection where companyId > :after order by companyId", Connection.class)
                .setParameter("after", after)
                .setMaxResults(size)
                .getResultList();
    }

    List<X509Certificate> certificates(UUID companyId, int version) {
        List<?> rows = database.createNativeQuery(
                        "select certificate from trusted_key where company_id = ? and version = ? order by position")
                .setParameter(1, companyId)
                .setParameter(2, version)
                .getResultList();
        return rows.stream().map(row -> decoded((byte[]) row)).toList();
    }

    private Optional<UsableConnection> use(Connection connection, int number) {
        var companyId = connection.companyId();
        return findStored(companyId, number)
                .map(version -> new UsableConnection(
                        companyId,
                        number,
                        connection.revision(),
                        connection.state(),
                        version.source(),
                        version.ssoUrl(),
                        version.sendsByRedirect(),
                        version.idpInitiated(),
                        new ConnectionTrust(
                                spEntityId(Optional.of(version)),
                                acsUrl(companyId),
                                version.idpEntityId(),
                                certificates(companyId, number),
                                version.attributes(),
                                version.clockSkew(),
                                version.requiredSignature())));
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static X509Certificate decoded(byte[] der) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException impossible) {
            throw new IllegalStateException("a stored certificate can't be read", impossible);
        }
    }
}
