package io.dovetail.bindings.link;

import io.dovetail.bindings.copies.KnownConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Who is owed which link while single sign-on is as it is: the one rule behind Enable, Disable, Invite, deactivation
 * and binding (design.md, section 5). Told the same twice, it asks for nothing the second time.
 */
record Owing(KnownConnection connection) {
    private static final int MOST_ASKED_FOR_AN_HOUR = 3;

    /** Why the user's open link has to die; empty if it stays, or there is none. */
    Optional<LinkEnd> endOf(Recipient recipient, BindingLink open) {
        if (recipient.isDeactivated()) {
            return Optional.of(LinkEnd.DEACTIVATED);
        }
        if (recipient.isBoundAt(open.source())) {
            return Optional.of(LinkEnd.BOUND);
        }
        if (!open.wentTo(recipient)) {
            return Optional.of(LinkEnd.REPLACED);
        }
        if (connection.isOn()) {
            return open.source().equals(connection.source()) ? Optional.empty() : Optional.of(LinkEnd.REPLACED);
        }
        return open.isForEnableAfter(connection.settledSwitchOver())
                ? Optional.empty()
                : Optional.of(LinkEnd.SINGLE_SIGN_ON_OFF);
    }

    /**
     * The link that the user is owed of itself; {@code links} are those of the user.
     *
     * <p>An open one for the present source, switch-over and address settles it, even if it has expired: then only an
     * administrator or the person has another one sent. Whatever ended one without binding its user makes another one
     * due, and so does Enable if the one sent before it has expired (decision 0024).
     *
     * @param occasion why a link is due to a user who was active before
     */
    Optional<Owed> automatic(Recipient recipient, List<BindingLink> links, LinkCause occasion, Instant now) {
        if (!connection.isOn()) {
            return Optional.empty();
        }
        var heeded = links.stream()
                .filter(link -> !link.expiredAsSentBeforeEnable(now))
                .toList();
        return unlessSettled(
                recipient, heeded, current(), recipient.kind() == LinkKind.INVITATION ? LinkCause.INVITED : occasion);
    }

    /** The link that is sent before Enable, for the verified draft's source. */
    Optional<Owed> beforeEnable(Recipient recipient, List<BindingLink> links) {
        return prepared().flatMap(target -> unlessSettled(recipient, links, target, LinkCause.SENT_BEFORE_ENABLE));
    }

    /** One more link, because somebody asked for it; it replaces what is open. */
    Optional<Owed> again(Recipient recipient, LinkCause cause) {
        var target = connection.isOn() ? Optional.of(current()) : prepared();
        return target.filter(wanted -> mayBeBound(recipient, wanted))
                .map(wanted -> new Owed(recipient.kind(), cause, wanted, false, !connection.isOn()));
    }

    /** The link by which somebody who was just unbound is bound anew; while it is off, Enable will give it. */
    Optional<Owed> afterUnbinding(Recipient recipient) {
        return connection.isOn() ? again(recipient, LinkCause.UNBOUND) : Optional.empty();
    }

    /**
     * One more link, because somebody asked for it at another service. That may be a stranger who gave the address: a
     * good link stays for a day, and few are mailed (security.md J9, decision 0026).
     */
    Optional<Owed> elsewhereAskedFor(Recipient recipient, List<BindingLink> links, Instant now) {
        if (!connection.isOn() || links.stream().anyMatch(link -> keepsAnotherAway(link, recipient, now))) {
            return Optional.empty();
        }
        var hourAgo = now.minus(Duration.ofHours(1));
        var askedFor = links.stream()
                .filter(link -> link.wasAskedFor() && link.issuedAt().isAfter(hourAgo))
                .count();
        return askedFor < MOST_ASKED_FOR_AN_HOUR ? again(recipient, LinkCause.ASKED_FOR) : Optional.empty();
    }

    private boolean keepsAnotherAway(BindingLink link, Recipient recipient, Instant now) {
        return link.issuedAt().isAfter(now.minus(SendNewLink.PAUSE))
                || (link.settles(recipient, current()) && link.isFresh(now));
    }

    /** Whether a new one in the place of this link is this service's: while it is off, only for the Enable to come. */
    boolean renews(BindingLink link) {
        return connection.isOn() || link.switchOver() > connection.switchOver();
    }

    /** Whether an identity of this source may be bound at present. */
    boolean binds(BindingLink link) {
        return connection.isOn()
                ? link.source().equals(connection.source())
                : prepared().filter(link::isFor).isPresent();
    }

    private Optional<Owed> unlessSettled(Recipient recipient, List<BindingLink> links, Target target, LinkCause cause) {
        return links.stream().anyMatch(link -> link.settles(recipient, target)) || !mayBeBound(recipient, target)
                ? Optional.empty()
                : Optional.of(new Owed(recipient.kind(), cause, target, true, !connection.isOn()));
    }

    private static boolean mayBeBound(Recipient recipient, Target target) {
        return !recipient.isDeactivated() && !recipient.isBoundAt(target.source());
    }

    private Target current() {
        return new Target(Objects.requireNonNull(connection.source()), connection.switchOver());
    }

    /** What the next Enable will be, once a draft is verified; none while single sign-on is on already. */
    private Optional<Target> prepared() {
        return Optional.ofNullable(connection.readySource())
                .filter(source -> !connection.isOn())
                .map(source -> new Target(source, connection.switchOver() + 1));
    }
}
