package io.dovetail.bindings.link;

import io.dovetail.bindings.asking.PassOn;
import io.dovetail.bindings.asking.WaitingRequests;
import io.dovetail.bindings.copies.KnownCompanies;
import io.dovetail.bindings.copies.KnownConnection;
import io.dovetail.bindings.copies.KnownConnections;
import io.dovetail.bindings.copies.UserHeardOf;
import io.dovetail.kit.event.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Brings a company's links to what is owed at present; run at every event, in any order, any number of times. */
@ApplicationScoped
public class ReconcileLinks {
    private final KnownConnections connections;
    private final KnownCompanies companies;
    private final Recipients recipients;
    private final GiveLinks giveLinks;
    private final WaitingRequests waitingRequests;
    private final PassOn passOn;
    private final Clock clock;

    ReconcileLinks(
            KnownConnections connections,
            KnownCompanies companies,
            Recipients recipients,
            GiveLinks giveLinks,
            WaitingRequests waitingRequests,
            PassOn passOn,
            Clock clock) {
        this.connections = connections;
        this.companies = companies;
        this.recipients = recipients;
        this.giveLinks = giveLinks;
        this.waitingRequests = waitingRequests;
        this.passOn = passOn;
        this.clock = clock;
    }

    /** Over how many users a job's batch goes, and what it is for. */
    public enum Purpose {
        /** What is owed or was asked for, and nothing else. */
        RECONCILE,
        /** Links before Enable. */
        SEND,
        /** A new link for everybody who is not bound. */
        RESEND
    }

    /**
     * What a job goes over next.
     *
     * @param after with whom the batch before ended
     * @param actor who had the job started
     */
    public record Part(UUID jobId, UUID companyId, Purpose purpose, UUID after, int size, Actor actor) {}

    /**
     * One batch of a company's users.
     *
     * @param last with whom it ended; empty if that was the last batch
     */
    public record Batch(int users, Optional<UUID> last) {}

    /**
     * Why something is due, as it is told in the mail.
     *
     * @param toTheActive why a link is due to a user who was active before
     */
    private record Occasion(
            Purpose purpose,
            LinkCause toTheActive,
            Actor actor,
            @Nullable UUID jobId) {
        static final Occasion NOTHING_NEW = new Occasion(Purpose.RECONCILE, LinkCause.ENABLED, Actor.system(), null);
    }

    /** Who changed the user is named to whom they reactivated or invited, and in no mail that tells of Enable. */
    void onUser(@Observes UserHeardOf user) {
        var recipient = recipientsOf(user.companyId(), user.userId());
        var isInvited = recipient.stream().anyMatch(person -> person.kind() == LinkKind.INVITATION);
        var cause = user.reactivated() ? LinkCause.REACTIVATED : LinkCause.ENABLED;
        give(
                user.companyId(),
                recipient,
                isInvited || user.reactivated()
                        ? new Occasion(Purpose.RECONCILE, cause, user.actor(), null)
                        : Occasion.NOTHING_NEW);
    }

    /** Keeps everybody else from changing this user's links until the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void hold(UUID company, UUID user) {
        recipientsOf(company, user);
    }

    /** One user, if their event has arrived. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void one(UUID company, UUID user) {
        give(company, recipientsOf(company, user), Occasion.NOTHING_NEW);
    }

    /** The next users of the company by id. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Batch batch(Part part) {
        connections.hold(part.companyId());
        var page = recipients.page(part.companyId(), part.after(), part.size());
        give(part.companyId(), page, new Occasion(part.purpose(), LinkCause.ENABLED, part.actor(), part.jobId()));
        var last = page.size() < part.size()
                ? Optional.<UUID>empty()
                : Optional.of(page.get(part.size() - 1).userId());
        return new Batch(page.size(), last);
    }

    private List<Recipient> recipientsOf(UUID company, UUID user) {
        connections.hold(company);
        return recipients.one(company, user);
    }

    private void give(UUID company, List<Recipient> page, Occasion occasion) {
        var connection = connections.find(company);
        var owing = new Owing(connection);
        var asked = occasion.purpose() == Purpose.RECONCILE ? takeAsked(connection, page) : Set.<UUID>of();
        var now = clock.instant();
        giveLinks.handle(new GiveLinks.Command(
                company,
                page,
                owing,
                (recipient, links) -> switch (occasion.purpose()) {
                    case RECONCILE ->
                        owing.automatic(recipient, links, occasion.toTheActive(), now)
                                .or(() -> asked.contains(recipient.userId())
                                        ? owing.elsewhereAskedFor(recipient, links, now)
                                        : Optional.empty());
                    case SEND -> owing.beforeEnable(recipient, links);
                    case RESEND -> owing.again(recipient, LinkCause.RESENT);
                },
                occasion.actor(),
                occasion.jobId()));
    }

    /**
     * Whoever asked at another service's page; while single sign-on is off, that one is to answer. Nobody of a
     * suspended company is given anything, so what they asked for waits until it is resumed.
     */
    private Set<UUID> takeAsked(KnownConnection connection, List<Recipient> page) {
        if (connection.isOn() && companies.find(connection.companyId()).suspended()) {
            return Set.of();
        }
        var users = page.stream().map(Recipient::userId).toList();
        var asked = waitingRequests.take(users, connection.switchOver());
        if (!connection.isOn()) {
            asked.values().forEach(wish -> passOn.back(wish, connection.switchOver()));
        }
        return asked.keySet();
    }
}
