package io.dovetail.users.passwordlink;

import io.dovetail.kit.event.Actor;
import io.dovetail.kit.event.Event;
import io.dovetail.kit.outbox.Outbox;
import io.dovetail.users.user.UserProfile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Ends links, or only calls their mails back. */
@ApplicationScoped
public class CancelLinks {
    private final PasswordLinks links;
    private final Outbox outbox;
    private final Clock clock;

    CancelLinks(PasswordLinks links, Outbox outbox, Clock clock) {
        this.links = links;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Whatever link the user has is dead for good. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void endAll(UserProfile user, Actor actor) {
        publish(user, links.end(user.id(), clock.instant()), actor);
    }

    /** The user's links rest, for single sign-on is on: a mail that was not sent need not go out. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void callBack(UserProfile user) {
        publish(user, links.callBack(user.id(), clock.instant()), Actor.system());
    }

    private void publish(UserProfile user, List<UUID> ids, Actor actor) {
        outbox.append(ids.stream().map(id -> cancelled(user, id, actor)).toList());
    }

    private Event cancelled(UserProfile user, UUID link, Actor actor) {
        var data = new PasswordLinkCancelled(user.companyId(), user.id(), link);
        return Event.of(
                "dovetail.users",
                "password-link-cancelled",
                user.id().toString(),
                user.companyId(),
                actor,
                clock.instant(),
                data);
    }
}
