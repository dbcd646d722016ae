package io.dovetail.sso.connection;

import io.dovetail.kit.event.Actor;
import io.dovetail.kit.identity.PublicUrl;
import io.dovetail.kit.outbox.Outbox;
import io.dovetail.sso.copies.Companies;
import io.dovetail.sso.keys.KnownProvider;
import io.dovetail.sso.keys.TrustedKeys;
import io.dovetail.sso.saml.metadata.IdpMetadata;
import io.dovetail.sso.saml.response.ConnectionTrust;
import io.dovetail.sso.spkey.KeyUse;
import io.dovetail.sso.spkey.SpKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The connections, their versions and their trusted keys. */
@ApplicationScoped
public class Connections {
    private static final String WITH_VERSION = "select connection, version from Connection connection"
            + " join ConnectionVersion version on version.key.companyId = connection.companyId and version.key.version = ";
    private static final String OF_COMPANY = " where connection.companyId = :company";

    private final EntityManager database;
    private final Companies companies;
    private final SpKeys spKeys;
    private final PublicUrl publicUrl;
    private final TrustedKeys trustedKeys;
    private final Outbox outbox;
    private final Clock clock;

    Connections(
            EntityManager database,
            Companies companies,
            SpKeys spKeys,
            PublicUrl publicUrl,
            TrustedKeys trustedKeys,
            Outbox outbox,
            Clock clock) {
        this.database = database;
        this.companies = companies;
        this.trustedKeys = trustedKeys;
        this.spKeys = spKeys;
        this.publicUrl = publicUrl;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * The version that counts at sign-ins, with the state of single sign-on; read at once, as each sign-in needs it.
     */
    public Optional<UsableConnection> findCurrent(UUID companyId) {
        return database
                .createQuery(WITH_VERSION + "connection.currentVersion" + OF_COMPANY, Object[].class)
                .setParameter("company", companyId)
                .getResultList()
                .stream()
                .findFirst()
                .map(this::use);
    }

    /** What a verification tests: the draft, else the current version. */
    public Optional<UsableConnection> findToVerify(UUID companyId) {
        return find(companyId)
                .flatMap(connection -> connection
                        .candidate()
                        .flatMap(version -> findStored(companyId, version))
                        .map(version -> use(connection, version)));
    }

    public Optional<UsableConnection> findVersion(UUID companyId, int version) {
        return database
                .createQuery(WITH_VERSION + ":version" + OF_COMPANY, Object[].class)
                .setParameter("company", companyId)
                .setParameter("version", version)
                .getResultList()
                .stream()
                .findFirst()
                .map(this::use);
    }

    /**
     * Through which version an account can be bound to an identity of the source.
     *
     * @param beforeEnable through a verified one that is not in use yet
     */
    public record Bindable(UsableConnection connection, boolean beforeEnable) {}

    /** The version in use if it has this source, else the verified one that has it. */
    public Optional<Bindable> findToBind(UUID companyId, UUID source) {
        return find(companyId).flatMap(connection -> {
            var inUse = connection
                    .currentVersion()
                    .filter(connection::counts)
                    .flatMap(version -> bindable(connection, version, false));
            var ready = connection.readyVersion().flatMap(version -> bindable(connection, version, true));
            return Stream.of(inUse, ready)
                    .flatMap(Optional::stream)
                    .filter(bindable -> bindable.connection().source().equals(source))
                    .findFirst();
        });
    }

    private Optional<Bindable> bindable(Connection connection, int version, boolean beforeEnable) {
        return findStored(connection.companyId(), version)
                .map(stored -> new Bindable(use(connection, stored), beforeEnable));
    }

    /** The current version and the draft, as far as they are there. */
    public InUse versionsInUse(UUID companyId) {
        var connection = find(companyId);
        return new InUse(connection.flatMap(Connection::currentVersion), connection.flatMap(Connection::draftVersion));
    }

    /** Where the metadata of a version are read again, and what they must still say; empty without an address. */
    public Optional<Refreshable> findRefreshable(UUID companyId, int version) {
        return findStored(companyId, version)
                .flatMap(stored -> stored.metadataUrl()
                        .map(url -> new Refreshable(
                                url,
                                new KnownProvider(stored.idpEntityId(), stored.ssoUrl(), stored.sendsByRedirect()))));
    }

    /** From now on requests are signed if the provider's metadata ask for it now, and a key for it is there. */
    public void takeOverWish(UUID companyId, int version, boolean wantsSignedRequests) {
        var isNew = findStored(companyId, version)
                .filter(stored -> stored.takeOverWish(wantsSignedRequests))
                .isPresent();
        if (isNew && wantsSignedRequests) {
            spKeys.ensure(companyId, KeyUse.SIGNING);
        }
    }

    /** A version's own address. */
    public record Refreshable(String metadataUrl, KnownProvider provider) {}

    /** Whether people come in through this version at present. */
    public boolean countsAtSignIns(UsableConnection connection) {
        return find(connection.companyId())
                .filter(known -> known.counts(connection.version()))
                .isPresent();
    }

    /** A real sign-in passed this version; it is ready for links if it is the one that comes next. */
    public void verified(UUID companyId, int version, Actor actor) {
        var connection = lock(companyId);
        findStored(companyId, version)
                .flatMap(tested -> connection.verified(tested, current(connection), actor, clock.instant()))
                .ifPresent(outbox::append);
    }

    Optional<ConnectionVersion> current(Connection connection) {
        return connection.currentVersion().flatMap(version -> findStored(connection.companyId(), version));
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

    /**
     * For a change: the row is locked until the transaction ends, and made when it is not there.
     *
     * @throws io.dovetail.kit.problem.ProblemException company-not-known-yet if the company was removed meanwhile
     */
    Connection lock(UUID companyId) {
        companies.requireToStay(companyId);
        database.createNativeQuery(
                        "insert into connection (company_id, revision, state) values (?, 1, 'OFF') on conflict do nothing")
                .setParameter(1, companyId)
                .executeUpdate();
        var connection = database.find(Connection.class, companyId);
        database.flush();
        database.refresh(connection, LockModeType.PESSIMISTIC_WRITE);
        return connection;
    }

    Optional<ConnectionVersion> findStored(UUID companyId, int version) {
        return Optional.ofNullable(
                database.find(ConnectionVersion.class, new ConnectionVersion.Key(companyId, version)));
    }

    /** The metadata are kept as they were saved; no sign-in reads them. */
    void add(UUID companyId, ConnectionVersion version, IdpMetadata metadata) {
        database.persist(version);
        database.flush();
        database.createNativeQuery("insert into saved_metadata (company_id, version, xml) values (?, ?, ?)")
                .setParameter(1, companyId)
                .setParameter(2, version.version())
                .setParameter(3, metadata.text())
                .executeUpdate();
        trustedKeys.add(companyId, version.version(), metadata.certificates());
    }

    /** One page of all connections, for the announcement. */
    List<Connection> page(UUID after, int size) {
        return database.createQuery("from Connection where companyId > :after order by companyId", Connection.class)
                .setParameter("after", after)
                .setMaxResults(size)
                .getResultList();
    }

    /** Newest first, at most {@code size}, older than the given one. */
    List<ConnectionVersion> versionsBefore(UUID companyId, int version, int size) {
        return database.createQuery(
                        "from ConnectionVersion where key.companyId = :company and key.version < :version"
                                + " order by key.version desc",
                        ConnectionVersion.class)
                .setParameter("company", companyId)
                .setParameter("version", version)
                .setMaxResults(size)
                .getResultList();
    }

    /**
     * What an answer to this version is held against, keys and all; only the check of one needs it. Our own keys are
     * read when the check comes to an encrypted assertion, and for no other.
     */
    public ConnectionTrust trust(UsableConnection connection) {
        var companyId = connection.companyId();
        var version = findStored(companyId, connection.version()).orElseThrow();
        return new ConnectionTrust(
                connection.spEntityId(),
                connection.acsUrl(),
                version.idpEntityId(),
                trustedKeys.of(companyId, connection.version()),
                version.attributes(),
                version.clockSkew(),
                version.requiredSignature(),
                version.expiredCertificates(),
                () -> spKeys.decryption(companyId));
    }

    private UsableConnection use(Object[] row) {
        return use((Connection) row[0], (ConnectionVersion) row[1]);
    }

    private UsableConnection use(Connection connection, ConnectionVersion version) {
        var companyId = connection.companyId();
        return new UsableConnection(
                companyId,
                version.version(),
                connection.revision(),
                connection.state(),
                version.source(),
                version.ssoUrl(),
                version.sendsByRedirect(),
                version.idpInitiated(),
                version.signsRequests(),
                spEntityId(Optional.of(version)),
                acsUrl(companyId));
    }
}
