package io.dovetail.sso.refresh;

import io.dovetail.lab.idp.IdpKeys;
import io.dovetail.lab.idp.ResponseFactory;
import io.dovetail.lab.idp.ResponsePlan;
import io.dovetail.sso.Workplace;
import io.dovetail.sso.fetch.Site;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.cert.CertificateEncodingException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A company's provider whose metadata stand at an address of a real site, and change. */
public final class Provider implements AutoCloseable {
    public static final String SSO = "https://idp.example.org/sso";
    private static final String ORIGIN = "http://localhost:8080";

    public final Workplace place;
    private final Site site;
    private volatile Site.Answer answer =
            (path, out) -> Site.write(out, "HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n");

    private Provider(Workplace place) {
        this.place = place;
        try {
            this.site = Site.on("127.0.0.1", (path, out) -> answer.write(path, out));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The company has saved the address, at which these keys stand. */
    public static Provider saved(IdpKeys... keys) {
        var provider = new Provider(Workplace.known());
        provider.publish(keys);
        provider.save();
        return provider;
    }

    /** As above, and people sign in; of the keys, the tests' own is one. */
    public static Provider enabled(IdpKeys... keys) {
        var provider = saved(keys);
        provider.place.verify();
        provider.place.bind();
        provider.place
                .asAdministrator()
                .post("/api/sso/" + provider.place.companyId + "/enable")
                .then()
                .statusCode(200);
        return provider;
    }

    public void save() {
        place.asAdministrator()
                .body(Map.of("metadataUrl", url()))
                .put("/api/sso/" + place.companyId)
                .then()
                .statusCode(200);
    }

    void publish(IdpKeys... keys) {
        publish(metadata(place.companyId.toString(), SSO, "", keys));
    }

    void publish(String text) {
        answerWith(Site.text(text));
    }

    void answerWith(Site.Answer next) {
        answer = next;
    }

    void fail() {
        answer = (path, out) -> Site.write(out, "HTTP/1.1 503 Away\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
    }

    public String url() {
        return "http://127.0.0.1:" + site.port() + "/metadata";
    }

    /** How often the metadata were asked for. */
    int reads() {
        return site.requests().size();
    }

    /** An honest answer to the request, signed by this key. */
    public Response answer(String requestId, IdpKeys keys, Instant now) {
        return place.post(ResponseFactory.base64(plan(requestId, now), keys), requestId);
    }

    ResponsePlan plan(String requestId, Instant now) {
        return ResponsePlan.jumpCloud(
                place.companyId.toString(),
                ORIGIN,
                ORIGIN + "/auth/saml/" + place.companyId,
                requestId,
                "ada@works.example",
                Map.of("first_name", List.of("Ada"), "last_name", List.of("Lovelace"), "saml_id", List.of("ada")),
                now);
    }

    Response read() {
        return place.asAdministrator().get("/api/sso/" + place.companyId);
    }

    Response refreshNow() {
        return place.asAdministrator().post("/api/sso/" + place.companyId + "/refresh-metadata");
    }

    Response accept(String heldId) {
        return place.asAdministrator().post("/api/sso/" + place.companyId + "/held-changes/" + heldId + "/accept");
    }

    /** @param attributes of the entity besides its ID */
    static String metadata(String entityId, String ssoUrl, String attributes, IdpKeys... keys) {
        var descriptors = Arrays.stream(keys).map(Provider::descriptor).collect(Collectors.joining());
        return "<EntityDescriptor xmlns=\"urn:oasis:names:tc:SAML:2.0:metadata\" entityID=\"" + entityId + "\" "
                + attributes + "><IDPSSODescriptor protocolSupportEnumeration=\"urn:oasis:names:tc:SAML:2.0:protocol\">"
                + descriptors + "<SingleSignOnService Binding=\"urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect\""
                + " Location=\"" + ssoUrl + "\"/></IDPSSODescriptor></EntityDescriptor>";
    }

    private static String descriptor(IdpKeys keys) {
        try {
            var certificate =
                    Base64.getEncoder().encodeToString(keys.certificate().getEncoded());
            return "<KeyDescriptor use=\"signing\"><KeyInfo xmlns=\"http://www.w3.org/2000/09/xmldsig#\"><X509Data>"
                    + "<X509Certificate>" + certificate
                    + "</X509Certificate></X509Data></KeyInfo></KeyDescriptor>";
        } catch (CertificateEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        try {
            site.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
