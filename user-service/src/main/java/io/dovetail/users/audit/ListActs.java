package io.dovetail.users.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Lists a company's audit log, the newest first, page by page. */
@ApplicationScoped
class ListActs {
    private static final int PAGE_SIZE = 50;

    private final AuditLog log;

    ListActs(AuditLog log) {
        this.log = log;
    }

    /** @param cursor the line with which the page before ended */
    record Query(UUID company, Optional<UUID> cursor) {}

    /**
     * One line.
     *
     * @param about an id or a number, as the act has it
     * @param from the network address
     */
    @Schema(name = "AuditedAct")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AuditedAct(
            UUID id,
            Instant at,
            AuditedActor actor,
            String act,

            @Schema(description = "Whom or what: an id or a number") @Nullable
            String about,

            @Schema(description = "The network address, if it is known") @Nullable
            String from) {}

    /** @param email as it is at present; null for who is no user of the company (any more) */
    @Schema(name = "AuditedActor")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AuditedActor(
            ActorType type, @Nullable UUID userId, @Nullable String email) {}

    /** @param next where the next page begins; null on the last one */
    @Schema(name = "AuditPage")
    public record Page(List<AuditedAct> items, @Nullable UUID next) {}

    @Transactional
    Page handle(Query query) {
        var after = query.cursor()
                .map(id -> log.find(id)
                        .filter(entry -> entry.belongsTo(query.company()))
                        .orElseThrow(() -> AuditProblems.cursorUnknown().exception()))
                .orElse(null);
        var found = log.page(query.company(), after, PAGE_SIZE + 1).stream()
                .map(ListActs::audited)
                .toList();
        if (found.size() <= PAGE_SIZE) {
            return new Page(found, null);
        }
        return new Page(found.subList(0, PAGE_SIZE), found.get(PAGE_SIZE - 1).id());
    }

    private static AuditedAct audited(AuditLog.Line line) {
        var entry = line.entry();
        return new AuditedAct(
                entry.id(),
                entry.at(),
                new AuditedActor(entry.actorType(), entry.actorUserId(), line.email()),
                entry.act(),
                entry.about(),
                entry.address());
    }
}
