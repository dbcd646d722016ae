package io.dovetail.bindings.link;

import io.dovetail.bindings.copies.KnownCompanies;
import io.dovetail.bindings.copies.KnownCompany;
import io.dovetail.kit.event.Actor;
import io.dovetail.kit.event.Event;
import io.dovetail.kit.identity.PublicUrl;
import io.dovetail.kit.identity.Secrets;
import io.dovetail.kit.outbox.Outbox;
import io.dovetail.kit.ticket.Pair;
import io.dovetail.kit.ticket.Tickets;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Ends the links that have to die and issues those that are due, for users whose rows the caller holds. */
@ApplicationScoped
class GiveLinks {
    private static final Pair TO_NOTIFICATION = new Pair("binding-service", "notification-service");

    private final Links links;
    private final KnownCompanies companies;
    private final PublicUrl publicUrl;
    private final Tickets tickets;
    private final Outbox outbox;
    private final Clock clock;

    GiveLinks(Links links, KnownCompanies companies, PublicUrl publicUrl, Tickets tickets, Outbox outbox, Clock clock) {
        this.links = links;
        this.companies = companies;
        this.publicUrl = publicUrl;
        this.tickets = tickets;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * What to do for whom.
     *
     * @param owed which link a user is to get, seeing the links that they have
     * @param jobId null if no job does it
     */
    record Command(
            UUID companyId,
            List<Recipient> recipients,
            Owing owing,
            BiFunction<Recipient, List<BindingLink>, Optional<Owed>> owed,
            Actor actor,
            @Nullable UUID jobId) {}

    /** What the sealed link holds. */
    record SealedLink(String url) {}

    /** @return how many links were issued */
    int handle(Command command) {
        if (command.recipients().isEmpty()) {
            return 0;
        }
        var users = command.recipients().stream().map(Recipient::userId).toList();
        var byUser = links.of(users).stream().collect(Collectors.groupingBy(BindingLink::userId));
        var now = clock.instant();
        var events = new ArrayList<Event>();
        var company = companies.find(command.companyId());
        var due = due(command, company, byUser, events, now);
        links.flush();
        due.forEach((recipient, owed) -> events.add(issue(recipient, owed, company.name(), command, now)));
        outbox.append(events);
        return due.size();
    }

    /** Nobody of a suspended company is mailed: links of theirs die, but they get none before it is resumed. */
    private static Map<Recipient, Owed> due(
            Command command,
            KnownCompany company,
            Map<UUID, List<BindingLink>> byUser,
            List<Event> events,
            Instant now) {
        var due = new java.util.LinkedHashMap<Recipient, Owed>();
        for (var recipient : command.recipients()) {
            var present = byUser.getOrDefault(recipient.userId(), List.of());
            var open = present.stream().filter(BindingLink::isOpen).findFirst();
            open.flatMap(link -> command.owing().endOf(recipient, link))
                    .ifPresent(reason -> events.add(open.get().end(reason, command.actor(), now)));
            open.filter(BindingLink::isOpen).ifPresent(link -> link.follow(recipient.kind()));
            var owed = company.suspended()
                    ? Optional.<Owed>empty()
                    : command.owed().apply(recipient, present);
            owed.ifPresent(link -> due.put(recipient, link));
            open.filter(link -> owed.isPresent() && link.isOpen())
                    .ifPresent(link -> events.add(link.end(LinkEnd.REPLACED, command.actor(), now)));
        }
        return due;
    }

    private Event issue(Recipient recipient, Owed owed, String company, Command command, Instant now) {
        var token = Secrets.newToken();
        var link = new BindingLink(recipient, owed, Secrets.sha256(token), now);
        links.add(link);
        var address = new SealedLink(publicUrl.resolve("/bind/" + token));
        var sealed = tickets.seal(TO_NOTIFICATION, "link", address, BindingLink.LIFE);
        return link.issued(recipient, company, sealed, command.actor(), command.jobId());
    }
}
