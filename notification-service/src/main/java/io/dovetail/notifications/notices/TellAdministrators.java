package io.dovetail.notifications.notices;

import io.dovetail.kit.copies.Forgotten;
import io.dovetail.kit.identity.PublicUrl;
import io.dovetail.notifications.copies.Administrator;
import io.dovetail.notifications.copies.KnownPeople;
import io.dovetail.notifications.delivery.MailLink;
import io.dovetail.notifications.delivery.QueueDelivery;
import io.dovetail.notifications.mail.EndingCertificate;
import io.dovetail.notifications.mail.Failures;
import io.dovetail.notifications.mail.Letter;
import io.dovetail.notifications.mail.Occasion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Queues one mail for every active administrator of a company. */
@ApplicationScoped
class TellAdministrators {
    private static final String SETTINGS = "/settings/single-sign-on";
    private static final String FAILED_MAILS = "/settings/mails?state=FAILED";

    private final Forgotten forgotten;
    private final KnownPeople people;
    private final QueueDelivery queueDelivery;
    private final PublicUrl publicUrl;

    TellAdministrators(Forgotten forgotten, KnownPeople people, QueueDelivery queueDelivery, PublicUrl publicUrl) {
        this.forgotten = forgotten;
        this.people = people;
        this.queueDelivery = queueDelivery;
        this.publicUrl = publicUrl;
    }

    record Command(
            UUID eventId,
            UUID companyId,
            Occasion occasion,
            @Nullable UUID doneBy,
            @Nullable Integer codesLeft,
            @Nullable Failures failures,
            @Nullable EndingCertificate certificate) {}

    @Transactional
    void handle(Command command) {
        if (forgotten.includes(command.companyId(), command.companyId())) {
            return;
        }
        for (var administrator : people.requireAdministrators(command.companyId())) {
            queueDelivery.handle(mail(command, administrator));
        }
    }

    private QueueDelivery.Command mail(Command command, Administrator to) {
        var letter = new Letter(
                command.occasion(),
                to.companyName(),
                to.firstName(),
                null,
                command.codesLeft(),
                command.failures(),
                command.certificate(),
                null);
        var page = command.failures() == null ? SETTINGS : FAILED_MAILS;
        return new QueueDelivery.Command(
                command.eventId(),
                command.companyId(),
                to.userId(),
                to.email(),
                letter,
                command.doneBy(),
                MailLink.clear(publicUrl.origin() + page),
                null,
                null,
                null);
    }
}
