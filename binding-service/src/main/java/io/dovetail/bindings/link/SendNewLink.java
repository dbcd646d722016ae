package io.dovetail.bindings.link;

import io.dovetail.bindings.asking.PassOn;
import io.dovetail.bindings.audit.Act;
import io.dovetail.bindings.copies.KnownConnections;
import io.dovetail.kit.audit.TellOfActs;
import io.dovetail.kit.copies.Forgotten;
import io.dovetail.kit.event.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

/** Replaces a user's link by a new one, mailed to the account's own address. */
@ApplicationScoped
public class SendNewLink {
    /** How often a person can have a new link sent by themselves. */
    static final Duration PAUSE = Duration.ofMinutes(5);

    private final Links links;
    private final Recipients recipients;
    private final KnownConnections connections;
    private final GiveLinks giveLinks;
    private final TellOfActs tellOfActs;
    private final Forgotten forgotten;
    private final PassOn passOn;
    private final Clock clock;

    SendNewLink(
            Links links,
            Recipients recipients,
            KnownConnections connections,
            GiveLinks giveLinks,
            TellOfActs tellOfActs,
            Forgotten forgotten,
            PassOn passOn,
            Clock clock) {
        this.links = links;
        this.recipients = recipients;
        this.connections = connections;
        this.giveLinks = giveLinks;
        this.tellOfActs = tellOfActs;
        this.forgotten = forgotten;
        this.passOn = passOn;
        this.clock = clock;
    }

    /**
     * For whoever holds an older link: only its own account's address ever gets the new one. The answer is the same
     * whether anything is mailed. What user-service owes while single sign-on is off is asked of it.
     */
    @Transactional
    void asked(String token) {
        links.find(token)
                .filter(link -> !forgotten.includes(link.companyId(), link.userId()))
                .ifPresent(this::asked);
    }

    private void asked(BindingLink link) {
        var connection = connections.hold(link.companyId());
        if (new Owing(connection).renews(link)) {
            send(link.companyId(), link.userId(), LinkCause.ASKED_FOR, Actor.anonymous());
        } else {
            passOn.fromPage(link.companyId(), link.userId(), connection.switchOver());
        }
    }

    /**
     * For an administrator.
     *
     * @return whether the user is owed one
     */
    @Transactional
    public boolean resent(UUID company, UUID user, Actor administrator) {
        var sent = send(company, user, LinkCause.RESENT, administrator);
        if (sent) {
            tellOfActs.handle(new TellOfActs.Command(company, administrator, Act.LINK_RESENT, user));
        }
        return sent;
    }

    /** After an administrator unbound the user. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void unbound(UUID company, UUID user, Actor administrator) {
        var owing = new Owing(connections.hold(company));
        give(company, user, owing, (person, present) -> owing.afterUnbinding(person), administrator);
    }

    private boolean send(UUID company, UUID user, LinkCause cause, Actor actor) {
        var owing = new Owing(connections.hold(company));
        return give(
                company,
                user,
                owing,
                (person, present) -> cause == LinkCause.ASKED_FOR && wasSentOneJustNow(present)
                        ? Optional.empty()
                        : owing.again(person, cause),
                actor);
    }

    private boolean give(
            UUID company,
            UUID user,
            Owing owing,
            BiFunction<Recipient, List<BindingLink>, Optional<Owed>> owed,
            Actor actor) {
        var recipient = recipients.one(company, user);
        return giveLinks.handle(new GiveLinks.Command(company, recipient, owing, owed, actor, null)) == 1;
    }

    private boolean wasSentOneJustNow(List<BindingLink> present) {
        var since = clock.instant().minus(PAUSE);
        return present.stream().anyMatch(link -> link.issuedAt().isAfter(since));
    }
}
