package io.dovetail.sso.connection;

import io.dovetail.kit.identity.PublicUrl;
import io.dovetail.sso.copies.Companies;
import io.dovetail.sso.keys.Refreshes;
import io.dovetail.sso.keys.TrustedKeys;
import io.dovetail.sso.saml.metadata.SpMetadataWriter;
import io.dovetail.sso.saml.response.AttributeNames;
import io.dovetail.sso.spkey.KeyUse;
import io.dovetail.sso.spkey.SpKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows an administrator the connection, and a provider our metadata. */
@ApplicationScoped
class ReadConnection {
    private static final int PAGE = 20;

    private final Companies companies;
    private final Connections connections;
    private final TrustedKeys trustedKeys;
    private final Refreshes refreshes;
    private final SpKeys spKeys;
    private final PublicUrl publicUrl;
    private final SpMetadataWriter writer = new SpMetadataWriter();

    ReadConnection(
            Companies companies,
            Connections connections,
            TrustedKeys trustedKeys,
            Refreshes refreshes,
            SpKeys spKeys,
            PublicUrl publicUrl) {
        this.companies = companies;
        this.connections = connections;
        this.trustedKeys = trustedKeys;
        this.refreshes = refreshes;
        this.spKeys = spKeys;
        this.publicUrl = publicUrl;
    }

    @Transactional
    ConnectionView view(UUID companyId) {
        companies.requireAllowed(companyId);
        var connection = connections.find(companyId);
        var draft = connection.flatMap(Connection::draftVersion);
        var current = connection.flatMap(Connection::currentVersion);
        return new ConnectionView(
                companyId,
                connection.map(Connection::state).orElse(SingleSignOn.OFF),
                connection.flatMap(Connection::trialEndsAt).orElse(null),
                true,
                copy(companyId, connection),
                draft.flatMap(version -> version(companyId, version)).orElse(null),
                current.flatMap(version -> version(companyId, version)).orElse(null));
    }

    /** One page of what was saved, older than the version that the cursor names. */
    @Transactional
    ConnectionView.VersionPage versions(UUID companyId, @Nullable Integer cursor) {
        companies.requireAllowed(companyId);
        var found = connections.versionsBefore(companyId, cursor == null ? Integer.MAX_VALUE : cursor, PAGE);
        var keys = trustedKeys.of(
                companyId, found.stream().map(ConnectionVersion::version).toList());
        var items = found.stream()
                .map(version -> ConnectionView.VersionView.of(version, keys.getOrDefault(version.version(), List.of())))
                .toList();
        return new ConnectionView.VersionPage(
                items, found.size() < PAGE ? null : found.get(PAGE - 1).version());
    }

    /**
     * The SP metadata of a company, entitled or not: its provider may be set up before.
     *
     * @param ofDraft as they will be once the draft is applied; else, while people come in, as they count now
     */
    @Transactional
    String spMetadata(UUID companyId, boolean ofDraft) {
        companies.requireKnown(companyId);
        var version = connections
                .find(companyId)
                .flatMap(known -> ofDraft ? known.candidate() : known.published())
                .flatMap(number -> connections.findStored(companyId, number));
        return writer.write(new SpMetadataWriter.SpMetadata(
                connections.spEntityId(version),
                connections.acsUrl(companyId),
                AttributeNames.DEFAULT,
                version.filter(ConnectionVersion::signsRequests).isPresent(),
                spKeys.published(companyId, KeyUse.SIGNING),
                version.filter(ConnectionVersion::offersEncryption).isPresent()
                        ? spKeys.published(companyId, KeyUse.ENCRYPTION)
                        : List.of()));
    }

    private ConnectionView.Copy copy(UUID companyId, Optional<Connection> connection) {
        var names = AttributeNames.DEFAULT;
        var address = publicUrl.resolve("/auth/saml/" + companyId + "/metadata");
        var version = connection.flatMap(Connection::candidate);
        var isOfDraft = !connection.flatMap(Connection::published).equals(version);
        return new ConnectionView.Copy(
                companyId.toString(),
                connections.spEntityId(version.flatMap(number -> connections.findStored(companyId, number))),
                connections.acsUrl(companyId),
                address,
                isOfDraft ? address + "?draft=true" : null,
                List.of(names.firstName(), names.lastName(), names.samlId()));
    }

    private Optional<ConnectionView.VersionView> version(UUID companyId, int number) {
        return connections
                .findStored(companyId, number)
                .map(version -> ConnectionView.VersionView.of(
                        version, trustedKeys.of(companyId, number), refreshes.find(companyId, number)));
    }
}
