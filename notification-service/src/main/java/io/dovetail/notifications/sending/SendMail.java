package io.dovetail.notifications.sending;

import io.dovetail.kit.problem.ProblemException;
import io.dovetail.kit.ticket.Pair;
import io.dovetail.kit.ticket.Tickets;
import io.dovetail.notifications.delivery.CheckClaim;
import io.dovetail.notifications.delivery.DueDelivery;
import io.dovetail.notifications.delivery.SettleDelivery;
import io.dovetail.notifications.mail.Answer;
import io.dovetail.notifications.mail.ComposeMail;
import io.dovetail.notifications.mail.MailServer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/** Sends one mail that this sender has taken up: opens its link, writes it, hands it over, records the answer. */
@ApplicationScoped
class SendMail {
    private final CheckClaim checkClaim;
    private final Tickets tickets;
    private final ComposeMail compose;
    private final MailServer mailServer;
    private final SettleDelivery settle;
    private final Clock clock;

    SendMail(
            CheckClaim checkClaim,
            Tickets tickets,
            ComposeMail compose,
            MailServer mailServer,
            SettleDelivery settle,
            Clock clock) {
        this.checkClaim = checkClaim;
        this.tickets = tickets;
        this.compose = compose;
        this.mailServer = mailServer;
        this.settle = settle;
        this.clock = clock;
    }

    void handle(DueDelivery due) {
        if (checkClaim.handle(due.id(), due.claim())) {
            settle.handle(new SettleDelivery.Command(due.id(), due.claim(), answer(due)));
        }
    }

    private Optional<Answer> answer(DueDelivery due) {
        if (!clock.instant().isBefore(due.endsAt())) {
            return Optional.empty();
        }
        try {
            return Optional.of(mailServer.send(compose.handle(mail(due))));
        } catch (ProblemException notOurs) {
            var text = "The link could not be opened: " + notOurs.problem().slug();
            return Optional.of(new Answer.Refused(text));
        }
    }

    private ComposeMail.Command mail(DueDelivery due) {
        var link = due.link();
        if (link.sealedBy() == null) {
            return new ComposeMail.Command(due.id(), due.to(), due.letter(), link.address(), null);
        }
        var from = new Pair(link.sealedBy(), "notification-service");
        var opened =
                tickets.open(from, "link", LinkClaims.class, link.address()).claims();
        return new ComposeMail.Command(due.id(), due.to(), due.letter(), opened.url(), due.endsAt());
    }
}
