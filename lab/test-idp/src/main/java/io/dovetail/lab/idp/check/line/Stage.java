package io.dovetail.lab.idp.check.line;

import io.dovetail.lab.idp.AttackScene;
import io.dovetail.lab.idp.ResponseFactory;
import io.dovetail.lab.idp.ResponsePlan;
import io.dovetail.lab.idp.SignedParts;
import io.dovetail.lab.idp.answer.Identity;
import io.dovetail.lab.idp.answer.Occasion;
import io.dovetail.lab.idp.answer.Sent;
import io.dovetail.lab.idp.check.browser.Browser;
import io.dovetail.lab.idp.check.browser.Trail;
import io.dovetail.lab.idp.check.browser.Trail.Failure;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a line is played: opens sign-ins, makes honest answers, posts whatever it is given, and sees what comes. */
public final class Stage {

    /** The NameID and the e-mail address of the person of the check. */
    public static final String NAME_ID = "nora@works.example";

    /** The attribute that identifies that person. */
    public static final String IDENTITY = "check-nora";

    /** A response travels: what begins one millisecond beyond the skew has begun when it arrives. */
    private static final Duration ON_THE_WAY = Duration.ofSeconds(5);

    private final Setting setting;
    private final URI trap;
    private final SignedParts sign;

    public Stage(Setting setting, URI trap) {
        this(setting, trap, setting.sign());
    }

    private Stage(Setting setting, URI trap, SignedParts sign) {
        this.setting = setting;
        this.trap = trap;
        this.sign = sign;
    }

    /** The same stage, where honest answers sign these parts. */
    public Stage signing(SignedParts parts) {
        return new Stage(setting, trap, parts);
    }

    /** The stage of the run's second connection. */
    Optional<Stage> second() {
        return setting.ofSecond().map(other -> new Stage(other, trap, sign));
    }

    /** What identifies the person of the check. */
    String identity() {
        return setting.names().identifying().isPresent() ? IDENTITY : NAME_ID;
    }

    Setting setting() {
        return setting;
    }

    URI trap() {
        return trap;
    }

    URI acs() {
        return setting.serviceProvider().acs();
    }

    Browser browser() {
        return new Browser(setting.patience(), address -> finds(setting.accepted(), address.toString()));
    }

    /** A fresh browser at the provider with a fresh request. */
    Visit visit() {
        Browser browser = browser();
        Trail trail = browser.open(setting.start());
        return trail.asked()
                .map(asked -> new Visit(browser, asked))
                .orElseThrow(() -> new Inconclusive("The start address led to no request: " + trail.words()));
    }

    /** An honest answer to a request, or to none. */
    ResponsePlan honest(@Nullable String requestId) {
        return honest(requestId, identity());
    }

    /** An honest answer about a person of another identity. */
    ResponsePlan honest(@Nullable String requestId, String identity) {
        boolean byNameId = setting.names().identifying().isEmpty();
        return ResponsePlan.jumpCloud(
                        setting.idpEntityId(),
                        setting.serviceProvider().entityId(),
                        acs().toString(),
                        requestId,
                        byNameId ? identity : NAME_ID,
                        setting.names().of(identity),
                        Instant.now())
                .withSign(sign);
    }

    String signed(ResponsePlan plan) {
        return ResponseFactory.base64(plan, setting.keys().current());
    }

    /** What an answer in this visit is made from. */
    Occasion occasion(Visit visit) {
        Identity identity =
                new Identity(identity(), setting.names().identifying(), value -> honest(visit.requestId(), value));
        return new Occasion(
                scene(honest(visit.requestId())),
                identity,
                visit.asked().relayState(),
                setting.keys().ended(),
                Optional.empty());
    }

    AttackScene scene(ResponsePlan honest) {
        AttackScene scene = AttackScene.of(honest, setting.keys().current())
                .withTrap(trap)
                .withClockSkew(setting.skew().plus(ON_THE_WAY));
        return setting.serviceProvider().encryption().map(scene::withEncryptTo).orElse(scene);
    }

    /** Posts an answer in the browser of its visit. */
    Observation answer(Visit visit, String response) {
        return see(visit.browser().post(acs(), visit.form(response)));
    }

    /** Has the browser of a visit carry an answer as it is meant to be sent. */
    Observation carry(Visit visit, Sent sent) {
        Browser browser = visit.browser();
        String query = Browser.encode(sent.fields());
        Trail trail = switch (sent.way()) {
            case POST -> browser.post(acs(), sent.fields());
            case GET -> browser.open(URI.create(acs() + (acs().getRawQuery() == null ? "?" : "&") + query));
            case PLAIN_TEXT -> browser.post(acs(), "text/plain", query);
        };
        return see(trail).withMeant(sent.meant());
    }

    /** An honest sign-in from the start address on, as a line's twin. */
    public Observation honestly() {
        Visit visit = visit();
        return answer(visit, signed(honest(visit.requestId())));
    }

    /** Posts what has to be accepted before the line itself can be played. */
    void expectAccepted(Visit visit, String response) {
        Observation first = answer(visit, response);
        if (first.outcome() != Outcome.ACCEPTED) {
            throw new Inconclusive("The honest answer before it was not accepted: " + first.happened());
        }
    }

    /** What a trail means. */
    Observation see(Trail trail) {
        Outcome outcome = outcome(trail);
        Optional<String> who = outcome == Outcome.ACCEPTED ? setting.who().of(trail) : Optional.empty();
        return Observation.of(outcome, trail.words()).withWho(who);
    }

    private Outcome outcome(Trail trail) {
        if (trail.failure().filter(Failure::isOverTooLongABody).isPresent()) {
            return Outcome.REFUSED;
        }
        if (trail.failure().isPresent() || trail.hops().stream().anyMatch(hop -> hop.status() >= 500)) {
            return Outcome.FAULT;
        }
        String page = trail.endsUnopened() ? "" : trail.body();
        String address = trail.end().toString();
        if (trail.status() >= 400
                || setting.refused()
                        .filter(pattern -> finds(pattern, address) || finds(pattern, page))
                        .isPresent()) {
            return Outcome.REFUSED;
        }
        if (finds(setting.accepted(), address) || finds(setting.accepted(), page)) {
            return Outcome.ACCEPTED;
        }
        return trail.asked().isPresent() ? Outcome.RESTARTED : Outcome.UNCLEAR;
    }

    private static boolean finds(Pattern pattern, String text) {
        return pattern.matcher(text).find();
    }
}
