package io.dovetail.lab.idp.check;

import com.sun.net.httpserver.HttpServer;
import io.dovetail.lab.idp.ResponseFactory;
import io.dovetail.lab.idp.ResponsePlan;
import io.dovetail.lab.idp.SignedParts;
import io.dovetail.lab.idp.check.line.ProviderKeys;
import io.dovetail.lab.idp.check.line.SentNames;
import io.dovetail.lab.idp.check.line.Stage;
import io.dovetail.lab.idp.http.Answer;
import io.dovetail.lab.idp.http.Front;
import io.dovetail.lab.idp.http.Html;
import io.dovetail.lab.idp.http.Refused;
import io.dovetail.lab.idp.http.Request;
import io.dovetail.lab.idp.http.Routes;
import io.dovetail.lab.idp.metadata.PlainMetadata;
import io.dovetail.lab.idp.signin.AuthnRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;

/** The check's own provider while a service provider is set up: its metadata, and an honest answer to every request. */
public final class ProviderServer implements AutoCloseable {

    private final HttpServer http;

    private ProviderServer(HttpServer http) {
        this.http = http;
    }

    /** @param port of 127.0.0.1; 0 takes a free one */
    public static ProviderServer start(
            int port, String entityId, ProviderKeys keys, SentNames names, SignedParts sign) {
        HttpServer http = bind(port);
        ProviderServer server = new ProviderServer(http);
        PlainMetadata metadata = new PlainMetadata(entityId, keys.certificates(), server.ssoUrl());
        HonestSignIn signIn = new HonestSignIn(entityId, keys, names, sign);
        Routes routes = new Routes()
                .on("GET", "/metadata", request -> Answer.of(200, "application/samlmetadata+xml", metadata.write()))
                .on("GET", "/sso", signIn::answer)
                .on("POST", "/sso", signIn::answer);
        http.createContext("/", new Front(routes));
        http.start();
        return server;
    }

    public String metadataUrl() {
        return base() + "/metadata";
    }

    public String ssoUrl() {
        return base() + "/sso";
    }

    @Override
    public void close() {
        http.stop(0);
    }

    private String base() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    private static HttpServer bind(int port) {
        try {
            InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
            return HttpServer.create(new InetSocketAddress(loopback, port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("Port " + port + " of 127.0.0.1 can't be had", e);
        }
    }

    /** Whoever asks gets the person of the check, without being asked for anything. */
    private record HonestSignIn(String entityId, ProviderKeys keys, SentNames names, SignedParts sign) {

        Answer answer(Request request) {
            String value = request.find("SAMLRequest").orElseThrow(() -> Refused.malformed("There is no SAMLRequest."));
            AuthnRequest asked = request.isForm() ? AuthnRequest.fromPost(value) : AuthnRequest.fromRedirect(value);
            String acs = asked.acsUrl()
                    .orElseThrow(() -> Refused.malformed("The AuthnRequest has no AssertionConsumerServiceURL."));
            ResponsePlan plan = ResponsePlan.jumpCloud(
                            entityId,
                            asked.issuer(),
                            acs,
                            asked.id(),
                            Stage.NAME_ID,
                            names.of(Stage.IDENTITY),
                            Clock.systemUTC().instant())
                    .withSign(sign);
            String form = """
                    <form method="post" action="%s">%s%s<button type="submit">Go on</button></form>
                    """.formatted(
                            Html.escape(acs),
                            Html.hidden("SAMLResponse", ResponseFactory.base64(plan, keys.current())),
                            request.find("RelayState")
                                    .map(state -> Html.hidden("RelayState", state))
                                    .orElse(""));
            return Answer.html(200, Html.sendingPage("Signed in at the check's provider", form));
        }
    }
}
