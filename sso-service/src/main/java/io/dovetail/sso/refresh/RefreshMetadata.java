package io.dovetail.sso.refresh;

import io.dovetail.kit.event.Actor;
import io.dovetail.sso.audit.Act;
import io.dovetail.sso.connection.Connections;
import io.dovetail.sso.connection.ProviderMetadata;
import io.dovetail.sso.copies.Companies;
import io.dovetail.sso.keys.RefreshState;
import io.dovetail.sso.keys.TakeOverMetadata;
import io.dovetail.sso.keys.TakeOverMetadata.Outcome;
import io.dovetail.sso.saml.metadata.EntityChoice;
import io.dovetail.sso.saml.metadata.IdpMetadata;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Reads the metadata of one version again and takes over what may be taken over; no row is locked meanwhile. */
@ApplicationScoped
class RefreshMetadata {
    private static final Logger LOG = Logger.getLogger(RefreshMetadata.class);

    private final Companies companies;
    private final Connections connections;
    private final ProviderMetadata providerMetadata;
    private final TakeOverMetadata takeOver;
    private final TellOfKeys tell;
    private final Clock clock;

    RefreshMetadata(
            Companies companies,
            Connections connections,
            ProviderMetadata providerMetadata,
            TakeOverMetadata takeOver,
            TellOfKeys tell,
            Clock clock) {
        this.companies = companies;
        this.connections = connections;
        this.providerMetadata = providerMetadata;
        this.takeOver = takeOver;
        this.tell = tell;
        this.clock = clock;
    }

    /** @param administrator who asked for it; empty if nobody did */
    record Command(UUID companyId, int version, Optional<Actor> administrator) {}

    Outcome handle(Command command) {
        var refreshable = QuarkusTransaction.requiringNew()
                .call(() -> connections.findRefreshable(command.companyId(), command.version()));
        if (refreshable.isEmpty()) {
            return new Outcome.Overtaken();
        }
        var startedAt = clock.instant();
        try {
            var metadata = providerMetadata.fetch(
                    refreshable.get().metadataUrl(),
                    new EntityChoice.Known(refreshable.get().provider().entityId()));
            return QuarkusTransaction.requiringNew()
                    .call(() -> takeOver(command, refreshable.get(), metadata, startedAt));
        } catch (ProviderMetadata.Unusable unusable) {
            LOG.infof(
                    "metadata not refreshed company=%s version=%d reason=%s",
                    command.companyId(), command.version(), unusable.reason());
            var problem = new RefreshState.Problem(unusable.reason(), unusable.advice());
            return QuarkusTransaction.requiringNew().call(() -> fail(command, problem, startedAt));
        }
    }

    private Outcome takeOver(
            Command command, Connections.Refreshable refreshable, IdpMetadata metadata, Instant startedAt) {
        if (companies.isRemoved(command.companyId())) {
            return new Outcome.Overtaken();
        }
        var outcome =
                takeOver.read(command.companyId(), command.version(), refreshable.provider(), metadata, startedAt);
        if (outcome instanceof Outcome.Taken taken) {
            connections.takeOverWish(command.companyId(), command.version(), metadata.wantsSignedRequests());
            tell.changed(changed(command, taken));
        }
        if (outcome instanceof Outcome.Held held
                && isForemost(command)
                && takeOver.tellOfHeld(command.companyId(), command.version())) {
            tell.held(command.companyId(), command.version(), held.change());
        }
        return outcome;
    }

    private TellOfKeys.Changed changed(Command command, Outcome.Taken taken) {
        return new TellOfKeys.Changed(
                command.companyId(),
                command.version(),
                isForemost(command),
                taken.change(),
                command.administrator(),
                Act.METADATA_REFRESHED);
    }

    private boolean isForemost(Command command) {
        return connections.versionsInUse(command.companyId()).isForemost(command.version());
    }

    private Outcome fail(Command command, RefreshState.Problem problem, Instant startedAt) {
        if (companies.isRemoved(command.companyId())) {
            return new Outcome.Overtaken();
        }
        var outcome = takeOver.failed(command.companyId(), command.version(), problem, startedAt);
        if (outcome instanceof Outcome.Failed && isForemost(command)) {
            takeOver.tellOfFailures(command.companyId(), command.version())
                    .ifPresent(failing ->
                            tell.failing(MetadataFailing.of(command.companyId(), command.version(), problem, failing)));
        }
        return outcome;
    }
}
