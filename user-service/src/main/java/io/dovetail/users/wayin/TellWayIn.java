package io.dovetail.users.wayin;

import io.dovetail.kit.event.Actor;
import io.dovetail.kit.event.Event;
import io.dovetail.kit.identity.PublicUrl;
import io.dovetail.kit.outbox.Outbox;
import io.dovetail.users.company.CompanyProfile;
import io.dovetail.users.user.UserProfile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/**
 * Has a person of a company on single sign-on mailed where to sign in, now and then: at the provider itself, as the
 * sign-in page would not lead there whose address is outside of the company's domains.
 */
@ApplicationScoped
public class TellWayIn {
    private final WayInRequests requests;
    private final WayInConfig config;
    private final PublicUrl publicUrl;
    private final Outbox outbox;
    private final Clock clock;

    TellWayIn(WayInRequests requests, WayInConfig config, PublicUrl publicUrl, Outbox outbox, Clock clock) {
        this.requests = requests;
        this.config = config;
        this.publicUrl = publicUrl;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Who does not get in, and where. */
    public record Command(UserProfile user, CompanyProfile company) {}

    @Transactional(Transactional.TxType.MANDATORY)
    public void handle(Command command) {
        var now = clock.instant();
        var user = command.user();
        if (!requests.mayMail(user.id(), now.minus(config.pauseBetweenDirections()), now)) {
            return;
        }
        var asked = new WayInAsked(
                user.companyId(),
                command.company().name(),
                user.id(),
                user.email(),
                user.firstName(),
                publicUrl.resolve("/auth/saml/" + user.companyId() + "/login"));
        outbox.append(Event.of(
                "dovetail.users",
                "way-in-asked",
                user.id().toString(),
                user.companyId(),
                Actor.anonymous(),
                now,
                asked));
    }
}
