package io.dovetail.sso.refresh;

import io.dovetail.kit.event.Actor;
import io.dovetail.sso.connection.Connections;
import io.dovetail.sso.copies.Companies;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads the metadata of the draft and of the current version again because an administrator said so. */
@ApplicationScoped
class RefreshNow {
    private final Companies companies;
    private final Connections connections;
    private final RefreshLimits limits;
    private final RefreshMetadata refreshMetadata;

    RefreshNow(Companies companies, Connections connections, RefreshLimits limits, RefreshMetadata refreshMetadata) {
        this.companies = companies;
        this.connections = connections;
        this.limits = limits;
        this.refreshMetadata = refreshMetadata;
    }

    record Command(UUID companyId, Actor administrator) {}

    /** @throws io.dovetail.kit.problem.ProblemException no-metadata-address or metadata-just-refreshed */
    RefreshView handle(Command command) {
        var versions = QuarkusTransaction.requiringNew().call(() -> versions(command.companyId()));
        var refreshed = versions.stream()
                .map(version -> RefreshView.VersionRefresh.of(
                        version,
                        refreshMetadata.handle(new RefreshMetadata.Command(
                                command.companyId(), version, Optional.of(command.administrator())))))
                .toList();
        return new RefreshView(refreshed);
    }

    private List<Integer> versions(UUID companyId) {
        companies.requireAllowed(companyId);
        var versions = connections
                .versionsInUse(companyId)
                .versions()
                .filter(version ->
                        connections.findRefreshable(companyId, version).isPresent())
                .toList();
        if (versions.isEmpty()) {
            throw RefreshProblems.noAddress().exception();
        }
        if (!limits.takeForAdministrator(companyId)) {
            throw RefreshProblems.justRefreshed().exception();
        }
        return versions;
    }
}
