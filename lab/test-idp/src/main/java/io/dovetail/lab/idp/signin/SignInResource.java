package io.dovetail.lab.idp.signin;

import io.dovetail.lab.idp.application.Application;
import io.dovetail.lab.idp.application.Applications;
import io.dovetail.lab.idp.http.Answer;
import io.dovetail.lab.idp.http.Refused;
import io.dovetail.lab.idp.http.Request;
import io.dovetail.lab.idp.http.Routes;
import io.dovetail.lab.idp.misbehaviour.Switches;
import io.dovetail.lab.idp.people.People;
import io.dovetail.lab.idp.people.Person;
import java.time.Clock;
import java.util.Optional;

/**
 * The browser's way through the provider.
 *
 * <p>A request by POST comes from another site and so brings no {@code Lax} cookie; therefore every sign-in first goes
 * to an address of its own, and only there is the session looked at.
 */
public final class SignInResource {

    private static final String COOKIE = "test-idp-session";
    private static final int MOST_KEPT = 10_000;

    private final Applications applications;
    private final People people;
    private final Switches switches;
    private final Responses responses;
    private final Handles<Pending> pending = new Handles<>(MOST_KEPT);
    private final Handles<String> sessions = new Handles<>(MOST_KEPT);

    public SignInResource(Applications applications, People people, Switches switches, Clock clock) {
        this.applications = applications;
        this.people = people;
        this.switches = switches;
        this.responses = new Responses(switches, clock);
    }

    public void addTo(Routes routes) {
        routes.on("GET", "/applications/{id}/sso", (request, id) -> begin(request, id, true))
                .on("POST", "/applications/{id}/sso", (request, id) -> begin(request, id, false))
                .on("GET", "/applications/{id}/tile", this::tile)
                .on("GET", "/sign-in/{id}", this::show)
                .on("POST", "/sign-in/{id}", this::logIn)
                .on("POST", "/sign-out", this::signOut);
    }

    private Answer begin(Request request, String applicationId, boolean redirect) {
        Application application = applications.require(applicationId);
        String message = request.find("SAMLRequest")
                .orElseThrow(() -> Refused.malformed("There is no SAMLRequest. The tile starts without one."));
        AuthnRequest asked = redirect ? AuthnRequest.fromRedirect(message) : AuthnRequest.fromPost(message);
        if (application.wantSignedRequests()) {
            var signature = new RequestSignature(application.serviceProvider().signingCertificates());
            if (redirect) {
                signature.requireOver(request);
            } else {
                signature.requireIn(asked.element());
            }
        }
        if (!asked.issuer().equals(application.spEntityId())) {
            throw Refused.malformed("The request is from " + asked.issuer() + ", but this application is for "
                    + application.spEntityId() + ".");
        }
        if (asked.acsUrl().isPresent() && !asked.acsUrl().get().equals(application.acsUrl())) {
            throw Refused.malformed("The request wants its answer at "
                    + asked.acsUrl().get() + ", but this application answers to " + application.acsUrl() + ".");
        }
        String relayState = request.find("RelayState").orElse(null);
        return start(new Pending(application, asked.id(), relayState, asked.forceAuthn()));
    }

    private Answer tile(Request request, String applicationId) {
        String relayState = request.find("RelayState").orElse(null);
        return start(new Pending(applications.require(applicationId), null, relayState, false));
    }

    private Answer start(Pending signIn) {
        return Answer.seeOther("/sign-in/" + pending.keep(signIn));
    }

    private Answer show(Request request, String handle) {
        Pending signIn = pending.find(handle).orElseThrow(SignInResource::gone);
        Optional<Person> person = signIn.forceAuthn() ? Optional.empty() : signedIn(request);
        return person.map(known -> answer(handle, known))
                .orElseGet(() -> Answer.html(
                        200,
                        SignInPages.logIn(
                                handle,
                                signIn,
                                people.all(),
                                switches.of(signIn.application().id()))));
    }

    private Answer logIn(Request request, String handle) {
        Person person = request.find("username")
                .flatMap(people::find)
                .orElseThrow(() -> Refused.malformed("Nobody here has this username."));
        Answer answer = answer(handle, person);
        String session = sessions.keep(person.username());
        return answer.with("Set-Cookie", COOKIE + "=" + session + "; Path=/; HttpOnly; SameSite=Lax");
    }

    private Answer answer(String handle, Person person) {
        Pending signIn = pending.take(handle).orElseThrow(SignInResource::gone);
        return Answer.html(200, SentForm.page(signIn, responses.make(signIn, person)));
    }

    private Answer signOut(Request request) {
        Optional.ofNullable(request.cookies().get(COOKIE)).ifPresent(sessions::take);
        return Answer.seeOther("/").with("Set-Cookie", COOKIE + "=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax");
    }

    private Optional<Person> signedIn(Request request) {
        return Optional.ofNullable(request.cookies().get(COOKIE))
                .flatMap(sessions::find)
                .flatMap(people::find);
    }

    private static Refused gone() {
        return new Refused(404, "This sign-in is not known, or it is over. Begin again at the application.");
    }
}
