package io.dovetail.sso.connection;

import io.dovetail.kit.audit.TellOfActs;
import io.dovetail.kit.event.Actor;
import io.dovetail.kit.outbox.Outbox;
import io.dovetail.sso.audit.Act;
import io.dovetail.sso.copies.Companies;
import io.dovetail.sso.keys.Refreshes;
import io.dovetail.sso.saml.metadata.EntityChoice;
import io.dovetail.sso.saml.metadata.IdpMetadata;
import io.dovetail.sso.spkey.KeyUse;
import io.dovetail.sso.spkey.SpKeys;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Saves a set-up as the draft: what is current stays untouched until the draft is verified and enabled. */
@ApplicationScoped
class SaveDraft {
    private final Companies companies;
    private final Connections connections;
    private final Outbox outbox;
    private final SpKeys spKeys;
    private final TellOfActs tellOfActs;
    private final ProviderMetadata providerMetadata;
    private final FetchLimit fetchLimit;
    private final Refreshes refreshes;
    private final Clock clock;

    SaveDraft(
            Companies companies,
            Connections connections,
            Outbox outbox,
            SpKeys spKeys,
            TellOfActs tellOfActs,
            ProviderMetadata providerMetadata,
            FetchLimit fetchLimit,
            Refreshes refreshes,
            Clock clock) {
        this.companies = companies;
        this.connections = connections;
        this.outbox = outbox;
        this.spKeys = spKeys;
        this.tellOfActs = tellOfActs;
        this.providerMetadata = providerMetadata;
        this.fetchLimit = fetchLimit;
        this.refreshes = refreshes;
        this.clock = clock;
    }

    record Command(UUID companyId, Actor administrator, Draft draft) {}

    /** Fetches before the transaction begins: no row is locked while a foreign server takes its time. */
    void handle(Command command) {
        companies.requireAllowed(command.companyId());
        var metadata = metadata(command.companyId(), command.draft());
        QuarkusTransaction.requiringNew().run(() -> save(command, metadata));
    }

    private void save(Command command, IdpMetadata metadata) {
        var draft = command.draft();
        var connection = connections.lock(command.companyId());
        var before = Stream.of(
                        connections.current(connection),
                        connection.candidate().flatMap(number -> connections.findStored(command.companyId(), number)))
                .flatMap(Optional::stream)
                .toList();
        var key = new ConnectionVersion.Key(command.companyId(), connection.saveDraft());
        var version = new ConnectionVersion(
                key, draft, metadata, UUID.randomUUID(), command.administrator().userId(), clock.instant());
        continueSource(version, before, draft.samePeople());
        connections.add(command.companyId(), version, metadata);
        if (draft.metadataUrl() != null) {
            refreshes.begin(command.companyId(), version.version(), metadata);
        }
        ensureOurKeys(command.companyId(), version);
        connection
                .unready(connections.current(connection), command.administrator(), clock.instant())
                .ifPresent(outbox::append);
        tellOfActs.handle(
                new TellOfActs.Command(command.companyId(), command.administrator(), Act.DRAFT_SAVED, key.version()));
    }

    private void ensureOurKeys(UUID companyId, ConnectionVersion version) {
        if (version.signsRequests()) {
            spKeys.ensure(companyId, KeyUse.SIGNING);
        }
        if (version.offersEncryption()) {
            spKeys.ensure(companyId, KeyUse.ENCRYPTION);
        }
    }

    /** Of what counts now first, so that a draft that went astray in between parts nobody from their binding. */
    private static void continueSource(ConnectionVersion version, List<ConnectionVersion> before, boolean samePeople) {
        before.stream()
                .filter(earlier -> samePeople || !version.meansOtherPeopleThan(earlier))
                .findFirst()
                .ifPresent(version::continueSourceOf);
    }

    private IdpMetadata metadata(UUID companyId, Draft draft) {
        var url = draft.metadataUrl();
        var xml = draft.metadataXml();
        if ((url == null) == (xml == null)) {
            throw ConnectionProblems.metadataNeeded().exception();
        }
        var choice = EntityChoice.of(Optional.ofNullable(draft.metadataEntityId()));
        try {
            if (xml != null) {
                return providerMetadata.read(xml, choice);
            }
            QuarkusTransaction.requiringNew().run(() -> fetchLimit.take(companyId));
            return providerMetadata.fetch(String.valueOf(url), choice);
        } catch (ProviderMetadata.Unusable unusable) {
            throw ConnectionProblems.metadataRefused(unusable.reason(), unusable.advice(), unusable.entities())
                    .exception(unusable);
        }
    }
}
