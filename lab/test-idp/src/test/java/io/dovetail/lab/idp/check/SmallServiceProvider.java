package io.dovetail.lab.idp.check;

import com.sun.net.httpserver.HttpServer;
import io.dovetail.lab.idp.SamlIds;
import io.dovetail.lab.idp.SignedParts;
import io.dovetail.lab.idp.check.line.ProviderKeys;
import io.dovetail.lab.idp.check.line.SentNames;
import io.dovetail.lab.idp.check.line.ServiceProvider;
import io.dovetail.lab.idp.check.line.Setting;
import io.dovetail.lab.idp.check.line.WhoSignedIn;
import io.dovetail.lab.idp.http.Answer;
import io.dovetail.lab.idp.http.Front;
import io.dovetail.lab.idp.http.Refused;
import io.dovetail.lab.idp.http.Request;
import io.dovetail.lab.idp.http.Routes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/** A service provider of one page, which reads answers as strictly or leniently as its gate does. */
final class SmallServiceProvider implements AutoCloseable {

    static final String ENTITY_ID = "urn:small-service-provider";
    /** What the check's metadata name as the sign-in address; nobody opens it. */
    static final String SSO = "http://127.0.0.1:9/sso";

    static final String IDP = "urn:test-idp:check";
    static final Pattern ACCEPTED = Pattern.compile("/done\\?ticket=");

    /** What stands between an answer and a session. */
    interface Gate {

        /** Who signed in; refuses by throwing {@link Refused}. */
        String who(Request request, SmallServiceProvider provider);

        /** Whether metadata are imported. */
        boolean imports(String metadata);

        /** Where the accepted browser goes. */
        default String onwards(Request request, String who) {
            return "/done?ticket=1&who=" + URLEncoder.encode(who, StandardCharsets.UTF_8);
        }
    }

    private final HttpServer http;
    private final ExecutorService threads = Executors.newFixedThreadPool(40);
    private final Map<String, String> pending = new ConcurrentHashMap<>();

    private SmallServiceProvider(HttpServer http) {
        this.http = http;
    }

    static SmallServiceProvider start(Gate gate) {
        try {
            HttpServer http =
                    HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
            SmallServiceProvider provider = new SmallServiceProvider(http);
            Routes routes = new Routes()
                    .on("GET", "/metadata", request -> Answer.of(200, "application/xml", provider.metadata()))
                    .on("GET", "/start", request -> provider.start())
                    .on("POST", "/acs", request -> provider.accept(gate, request))
                    .on("POST", "/import", request -> imported(gate, request))
                    .on("GET", "/acs", request -> provider.accept(gate, request));
            http.createContext("/", new Front(routes));
            http.setExecutor(provider.threads);
            http.start();
            return provider;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String address(String path) {
        return "http://127.0.0.1:" + http.getAddress().getPort() + path;
    }

    /** As an operator of the check would describe this service provider. */
    Setting setting(ProviderKeys keys) {
        return new Setting(
                ServiceProvider.read(metadata().getBytes(StandardCharsets.UTF_8)),
                IDP,
                keys,
                URI.create(address("/start")),
                ACCEPTED,
                Optional.empty(),
                who(),
                SentNames.USUAL,
                SignedParts.ASSERTION,
                Optional.empty(),
                Duration.ofMinutes(3),
                Duration.ofSeconds(20));
    }

    /** Takes the request away from whoever asked, if it was this browser. */
    boolean spend(String requestId, Map<String, String> cookies) {
        String browser = cookies.get("browser");
        return browser != null && pending.remove(requestId, browser);
    }

    boolean isPending(String requestId) {
        return pending.containsKey(requestId);
    }

    private static WhoSignedIn who() {
        Pattern parameter = Pattern.compile("who=([^&]*)");
        return trail -> parameter
                .matcher(trail.end().toString())
                .results()
                .findFirst()
                .map(found -> URLDecoder.decode(found.group(1), StandardCharsets.UTF_8));
    }

    private Answer start() {
        String id = SamlIds.next();
        String browser = SamlIds.next();
        pending.put(id, browser);
        String request = """
                <samlp:AuthnRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="%s" Version="2.0"\
                 AssertionConsumerServiceURL="%s"><saml:Issuer xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">\
                %s</saml:Issuer></samlp:AuthnRequest>""".formatted(id, address("/acs"), ENTITY_ID);
        String field = Base64.getEncoder().encodeToString(request.getBytes(StandardCharsets.UTF_8));
        String page = """
                <form method="post" action="http://127.0.0.1:9/sso"><input type="hidden" name="SAMLRequest" value="%s">
                <input type="hidden" name="RelayState" value="%s"></form>""".formatted(field, id);
        return Answer.html(200, page).with("Set-Cookie", "browser=" + browser + "; Path=/; HttpOnly");
    }

    private Answer accept(Gate gate, Request request) {
        return Answer.seeOther(gate.onwards(request, gate.who(request, this)));
    }

    private static Answer imported(Gate gate, Request request) {
        String metadata = String.valueOf(request.json(Map.class).get("metadataXml"));
        return gate.imports(metadata) ? Answer.json(200, "imported") : Answer.problem(422, "Not these.");
    }

    private String metadata() {
        return """
                <md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="%s"><md:SPSSODescriptor\
                 protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"><md:AssertionConsumerService\
                 Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="%s" index="0"/>\
                </md:SPSSODescriptor></md:EntityDescriptor>""".formatted(ENTITY_ID, address("/acs"));
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }
}
