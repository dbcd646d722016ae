package io.dovetail.notifications.delivery;

import io.dovetail.kit.copies.Forgotten;
import io.dovetail.notifications.copies.KnownPeople;
import io.dovetail.notifications.mail.Letter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Queues the mail that an event asks for; the senders hear of it once the transaction has committed. */
@ApplicationScoped
public class QueueDelivery {
    /** How long a mail is worth sending whose link does not end. */
    private static final Duration LIFE = Duration.ofHours(72);

    private final EntityManager deliveries;
    private final Forgotten forgotten;
    private final LinkFates links;
    private final DeadSwitchOvers switchOvers;
    private final KnownPeople people;
    private final Event<DeliveryQueued> queued;
    private final Clock clock;

    QueueDelivery(
            EntityManager deliveries,
            Forgotten forgotten,
            LinkFates links,
            DeadSwitchOvers switchOvers,
            KnownPeople people,
            Event<DeliveryQueued> queued,
            Clock clock) {
        this.deliveries = deliveries;
        this.forgotten = forgotten;
        this.links = links;
        this.switchOvers = switchOvers;
        this.people = people;
        this.queued = queued;
        this.clock = clock;
    }

    /**
     * @param askedBy the user who caused it, to be named in the mail unless the letter names somebody
     * @param linkId by which the link may be cancelled; null if it can't be
     * @param endsAt when the link ends; null if it does not
     * @param jobId the job that issued the link; null if it was none that did
     */
    public record Command(
            UUID causeEventId,
            UUID companyId,
            UUID userId,
            String email,
            Letter letter,
            @Nullable UUID askedBy,
            MailLink link,
            @Nullable UUID linkId,
            @Nullable Instant endsAt,
            @Nullable UUID jobId) {

        /** Without the link and the address: records are printed by accident. */
        @Override
        public String toString() {
            return "Command[causeEventId=" + causeEventId + "]";
        }
    }

    @Transactional
    public void handle(Command command) {
        if (forgotten.includes(command.companyId(), command.userId())) {
            return;
        }
        var now = clock.instant();
        var delivery = new Delivery(
                command, signed(command), Objects.requireNonNullElse(command.endsAt(), now.plus(LIFE)), now);
        if (isDead(command, now)) {
            delivery.cancel(now);
        }
        deliveries.persist(delivery);
        queued.fire(new DeliveryQueued(delivery.id()));
    }

    private boolean isDead(Command command, Instant now) {
        // Asked first, for it is noted: what is kept of a link must not depend on what was heard before
        var isCancelled = command.linkId() != null && links.isCancelled(command.linkId(), now);
        var switchOver = command.link().switchOver();
        return isCancelled || (switchOver != null && switchOvers.includes(command.companyId(), switchOver));
    }

    private Letter signed(Command command) {
        var letter = command.letter();
        return letter.who() != null || command.askedBy() == null
                ? letter
                : letter.by(
                        people.findName(command.companyId(), command.askedBy()).orElse(null));
    }
}
