package io.dovetail.notifications.delivery;

import io.dovetail.kit.event.Event;
import io.dovetail.kit.outbox.Outbox;
import io.dovetail.notifications.mail.Answer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Records what the mail server said and, when that was the end of it, tells everyone. */
@ApplicationScoped
public class SettleDelivery {
    private static final Logger LOG = Logger.getLogger(SettleDelivery.class);

    private final EntityManager deliveries;
    private final RetryConfig config;
    private final Outbox outbox;
    private final Clock clock;

    SettleDelivery(EntityManager deliveries, RetryConfig config, Outbox outbox, Clock clock) {
        this.deliveries = deliveries;
        this.config = config;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @param answer empty if nothing was sent because the link had ended */
    public record Command(UUID deliveryId, int claim, Optional<Answer> answer) {}

    @Transactional
    public void handle(Command command) {
        var delivery = deliveries.find(Delivery.class, command.deliveryId(), LockModeType.PESSIMISTIC_WRITE);
        if (delivery != null && mayDecide(delivery, command)) {
            decide(delivery, command).ifPresent(outbox::append);
        }
    }

    /** A sender that was overtaken may still report success: the mail is out, and a second one would be worse. */
    private static boolean mayDecide(Delivery delivery, Command command) {
        var taken = command.answer().filter(Answer.Taken.class::isInstance).isPresent();
        return taken ? delivery.mayHaveGoneOut() : delivery.isHeldBy(command.claim());
    }

    private Optional<Event> decide(Delivery delivery, Command command) {
        var now = clock.instant();
        var answer = command.answer().orElse(null);
        if (answer == null) {
            LOG.infof("mail given up, its link ended delivery=%s claim=%d", delivery.id(), command.claim());
            return Optional.of(delivery.ended(now));
        }
        if (answer instanceof Answer.Taken) {
            LOG.infof("mail sent delivery=%s claim=%d", delivery.id(), command.claim());
            return Optional.of(delivery.sent(now));
        }
        if (answer instanceof Answer.Refused refused) {
            LOG.infof("mail refused for good delivery=%s claim=%d", delivery.id(), command.claim());
            return Optional.of(delivery.failed(refused.text(), now));
        }
        LOG.infof("mail postponed delivery=%s claim=%d", delivery.id(), command.claim());
        var text = ((Answer.TryLater) answer).text();
        return Optional.ofNullable(delivery.postponed(text, pauseAfter(command.claim()), now));
    }

    private Duration pauseAfter(int claim) {
        var pause = config.firstPause();
        for (var i = 1; i < claim && pause.compareTo(config.longestPause()) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(config.longestPause()) < 0 ? pause : config.longestPause();
    }
}
