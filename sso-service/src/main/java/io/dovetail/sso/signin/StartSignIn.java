package io.dovetail.sso.signin;

import io.dovetail.sso.connection.Connections;
import io.dovetail.sso.connection.SingleSignOn;
import io.dovetail.sso.connection.UsableConnection;
import io.dovetail.sso.copies.Companies;
import io.dovetail.sso.copies.Users;
import io.dovetail.sso.saml.SpCredential;
import io.dovetail.sso.saml.request.AuthnRequestWriter;
import io.dovetail.sso.saml.request.RequestBinding;
import io.dovetail.sso.saml.response.Reason;
import io.dovetail.sso.saml.response.Refusal;
import io.dovetail.sso.spkey.SpKeys;
import io.dovetail.sso.verification.Verifications;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Sends a browser to the provider with a request that only this browser can finish. */
@ApplicationScoped
class StartSignIn {
    private final Companies companies;
    private final Users users;
    private final Connections connections;
    private final Verifications verifications;
    private final SpKeys spKeys;
    private final Intents intents;
    private final SignIns signIns;
    private final Clock clock;
    private final AuthnRequestWriter writer = new AuthnRequestWriter();

    StartSignIn(
            Companies companies,
            Users users,
            Connections connections,
            Verifications verifications,
            SpKeys spKeys,
            Intents intents,
            SignIns signIns,
            Clock clock) {
        this.companies = companies;
        this.users = users;
        this.connections = connections;
        this.verifications = verifications;
        this.spKeys = spKeys;
        this.intents = intents;
        this.signIns = signIns;
        this.clock = clock;
    }

    /**
     * A browser at the door.
     *
     * @param intent as it came, when the person starts from a binding link
     * @param isRestart the browser came back with an answer that belongs to no request of ours
     */
    record Command(
            UUID companyId,
            Optional<UUID> verification,
            Optional<String> intent,
            Optional<String> returnTo,
            boolean forceAuthn,
            boolean isRestart,
            String browserHash) {}

    /** Where the browser goes now. */
    sealed interface Outcome {

        /** HTTP-Redirect. */
        record Redirect(URI location) implements Outcome {}

        /** HTTP-POST, for providers that take nothing else. */
        record Form(URI action, String samlRequest, String relayState) implements Outcome {}

        record Refused(String wordCode, Optional<UUID> verification) implements Outcome {}
    }

    @Transactional
    Outcome handle(Command command) {
        if (command.intent().isPresent()) {
            return startBinding(command, command.intent().get());
        }
        var connection = connection(command);
        if (connection.isEmpty()) {
            companies.requireKnown(command.companyId());
            return refuse(command, Reason.SINGLE_SIGN_ON_OFF, "single sign-on that is on", "off");
        }
        if (!mayVerify(command)) {
            return refuse(
                    command,
                    Reason.OTHER_BROWSER,
                    "the browser that opened the verification, within ten minutes",
                    "another, or later");
        }
        if (command.isRestart() && signIns.restartedBefore(command.companyId(), command.browserHash())) {
            return refuse(
                    command,
                    Reason.PROVIDER_IGNORES_REQUESTS,
                    "an answer that names the request",
                    "a second one without, within two minutes");
        }
        return send(
                command,
                command.verification().<Errand>map(Errand.Verify::new).orElseGet(Errand.SignIn::new),
                connection.get());
    }

    /** An intent that was passed on to another browser binds nobody (security.md F7). */
    private Outcome startBinding(Command command, String text) {
        companies.requireKnown(command.companyId());
        var intent = intents.find(command.companyId(), text);
        if (intent.isEmpty()) {
            return refuse(command, Reason.INTENT_INVALID, "an intent of this company, ten minutes old", "another");
        }
        if (!intent.get().browserHash().equals(command.browserHash())) {
            return refuse(command, Reason.OTHER_BROWSER, "the browser that opened the link", "another");
        }
        users.requireToStay(command.companyId(), intent.get().userId());
        return connections
                .findToBind(command.companyId(), intent.get().source())
                .filter(found -> companies.maySignIn(command.companyId()))
                .map(found -> send(command, Errand.Bind.of(intent.get()), found.connection()))
                .orElseGet(() -> refuse(
                        command,
                        Reason.SINGLE_SIGN_ON_OFF,
                        "a connection to the provider that the link is for",
                        "none"));
    }

    private boolean mayVerify(Command command) {
        return command.verification()
                .map(id -> verifications.open(command.companyId(), id, command.browserHash()))
                .orElse(true);
    }

    private Optional<UsableConnection> connection(Command command) {
        if (command.verification().isPresent()) {
            return verifications
                    .findVersion(command.companyId(), command.verification().get())
                    .flatMap(version -> connections.findVersion(command.companyId(), version));
        }
        return connections
                .findCurrent(command.companyId())
                .filter(current -> current.state() != SingleSignOn.OFF && companies.maySignIn(command.companyId()));
    }

    private Outcome send(Command command, Errand errand, UsableConnection connection) {
        var now = clock.instant();
        var requestId = "_" + UUID.randomUUID().toString().replace("-", "");
        signIns.add(new PendingSignIn(
                requestId,
                command.companyId(),
                connection.version(),
                errand,
                command.returnTo(),
                command.browserHash(),
                command.isRestart(),
                now));
        return send(
                connection,
                new AuthnRequestWriter.Request(
                        requestId,
                        connection.spEntityId(),
                        connection.acsUrl(),
                        connection.ssoUrl(),
                        now,
                        command.forceAuthn()));
    }

    private Outcome send(UsableConnection connection, AuthnRequestWriter.Request request) {
        var credential = connection.signsRequests()
                ? Optional.of(spKeys.signing(connection.companyId()))
                : Optional.<SpCredential>empty();
        var sso = connection.ssoUrl();
        // The provider echoes RelayState: it tells whose refused answer came back, and is believed for nothing else
        if (connection.sendsByRedirect()) {
            var xml = writer.write(request);
            return new Outcome.Redirect(credential
                    .map(key -> RequestBinding.signedRedirect(sso, xml, request.id(), key))
                    .orElseGet(() -> RequestBinding.redirect(sso, xml, request.id())));
        }
        var xml = credential.map(key -> writer.writeSigned(request, key)).orElseGet(() -> writer.write(request));
        return new Outcome.Form(sso, RequestBinding.post(xml), request.id());
    }

    private Outcome refuse(Command command, Reason reason, String expected, String received) {
        var refusal = new Refusal(reason, expected, received, Optional.empty());
        var record = signIns.refuse(command.companyId(), Optional.empty(), Optional.empty(), refusal);
        return new Outcome.Refused(record.wordCode(), command.verification());
    }
}
