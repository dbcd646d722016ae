package io.dovetail.notifications.sending;

import io.dovetail.kit.problem.ProblemException;
import io.dovetail.kit.ticket.Pair;
import io.dovetail.kit.ticket.Tickets;
import io.dovetail.notifications.delivery.DueDelivery;
import io.dovetail.notifications.delivery.SettleDelivery;
import io.dovetail.notifications.mail.Answer;
import io.dovetail.notifications.mail.ComposePasswordMail;
import io.dovetail.notifications.mail.MailServer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/** Sends one mail that this sender has taken up: opens its link, writes it, hands it over, records the answer. */
@ApplicationScoped
class SendMail {
    private static final Pair FROM_USERS = new Pair("user-service", "notification-service");

    private final Tickets tickets;
    private final ComposePasswordMail compose;
    private final MailServer mailServer;
    private final SettleDelivery settle;
    private final Clock clock;

    SendMail(Tickets tickets, ComposePasswordMail compose, MailServer mailServer, SettleDelivery settle, Clock clock) {
        this.tickets = tickets;
        this.compose = compose;
        this.mailServer = mailServer;
        this.settle = settle;
        this.clock = clock;
    }

    void handle(DueDelivery due) {
        settle.handle(new SettleDelivery.Command(due.id(), due.claim(), answer(due)));
    }

    private Optional<Answer> answer(DueDelivery due) {
        if (!clock.instant().isBefore(due.linkEndsAt())) {
            return Optional.empty();
        }
        try {
            var link = tickets.open(FROM_USERS, "link", LinkClaims.class, due.sealedLink())
                    .claims()
                    .url();
            return Optional.of(mailServer.send(compose.handle(due.id(), due.mail(), link, due.linkEndsAt())));
        } catch (ProblemException notOurs) {
            var text = "The link could not be opened: " + notOurs.problem().slug();
            return Optional.of(new Answer.Refused(text));
        }
    }
}
