package io.dovetail.lab.idp.check.line;

import io.dovetail.lab.idp.ResponseFactory;
import io.dovetail.lab.idp.ResponsePlan;
import io.dovetail.lab.idp.ResponseWriter;
import io.dovetail.lab.idp.SamlIds;
import io.dovetail.lab.idp.SignedParts;
import io.dovetail.lab.idp.Signing;
import io.dovetail.lab.idp.check.browser.Browser;
import io.dovetail.lab.idp.xml.Names;
import io.dovetail.lab.idp.xml.Xml;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** security.md D4 and F17: other messages, and other ways to bring one. */
final class MessageLines {

    private static final int BOMB = 20 * 1024 * 1024;

    private MessageLines() {}

    static Map<String, Scenario> all() {
        return Map.ofEntries(
                Map.entry("D4_DEFLATED_BOMB", stage -> byGet(stage, visit -> deflated(new byte[BOMB]))),
                Map.entry("F17_LOGOUT_RESPONSE", MessageLines::logoutResponse),
                Map.entry("F17_BARE_ASSERTION", MessageLines::bareAssertion),
                Map.entry("F17_AUTHN_REQUEST", MessageLines::authnRequest),
                Map.entry("F17_BY_GET", stage -> byGet(stage, visit -> honest(stage, visit))),
                Map.entry(
                        "F17_BY_REDIRECT_BINDING",
                        stage -> byGet(
                                stage, visit -> deflated(Base64.getDecoder().decode(honest(stage, visit))))),
                Map.entry("F17_PLAIN_TEXT", stage -> as(stage, "text/plain")),
                Map.entry("F17_JSON", stage -> as(stage, "application/json")),
                Map.entry("F17_PARAMETER_TWICE", MessageLines::twice),
                Map.entry("F17_REQUEST_BESIDE_RESPONSE", MessageLines::requestBesideResponse));
    }

    private static String honest(Stage stage, Visit visit) {
        return stage.signed(stage.honest(visit.requestId()));
    }

    private static Observation logoutResponse(Stage stage) {
        Visit visit = stage.visit();
        ResponsePlan plan = stage.honest(visit.requestId());
        Document document = message(plan, "LogoutResponse");
        Element status = Xml.append(document.getDocumentElement(), Names.SAMLP, "samlp:Status");
        Xml.append(status, Names.SAMLP, "samlp:StatusCode").setAttribute("Value", Names.STATUS_SUCCESS);
        document.getDocumentElement().setAttribute("InResponseTo", visit.requestId());
        Signing.by(stage.setting().keys().current()).sign(document.getDocumentElement());
        return stage.answer(visit, ResponseFactory.encode(document));
    }

    private static Observation authnRequest(Stage stage) {
        Visit visit = stage.visit();
        Document document = message(stage.honest(visit.requestId()), "AuthnRequest");
        return stage.answer(visit, ResponseFactory.encode(document));
    }

    private static Document message(ResponsePlan plan, String type) {
        Document document = Xml.empty();
        Element message = Xml.append(document, Names.SAMLP, "samlp:" + type);
        message.setAttribute("ID", SamlIds.next());
        message.setIdAttribute("ID", true);
        message.setAttribute("Version", "2.0");
        message.setAttribute("IssueInstant", ResponseWriter.time(plan.issueInstant()));
        message.setAttribute("Destination", plan.recipient());
        Xml.append(message, Names.SAML, "saml:Issuer", plan.issuer());
        return document;
    }

    private static Observation bareAssertion(Stage stage) {
        Visit visit = stage.visit();
        ResponsePlan plan = stage.honest(visit.requestId()).withSign(SignedParts.ASSERTION);
        Element response =
                ResponseFactory.document(plan, stage.setting().keys().current()).getDocumentElement();
        Document bare = Xml.empty();
        bare.appendChild(bare.importNode(Xml.requireChild(response, Names.SAML, "Assertion"), true));
        return stage.answer(visit, ResponseFactory.encode(bare));
    }

    private static Observation byGet(Stage stage, Function<Visit, String> message) {
        Visit visit = stage.visit();
        String query = Browser.encode(visit.form(message.apply(visit)));
        String joint = stage.acs().getRawQuery() == null ? "?" : "&";
        return stage.see(visit.browser().open(URI.create(stage.acs() + joint + query)));
    }

    private static Observation as(Stage stage, String contentType) {
        Visit visit = stage.visit();
        String form = Browser.encode(visit.form(honest(stage, visit)));
        return stage.see(visit.browser().post(stage.acs(), contentType, form));
    }

    private static Observation twice(Stage stage) {
        Visit visit = stage.visit();
        List<Map.Entry<String, String>> form = new ArrayList<>();
        ResponsePlan unsigned = stage.honest(visit.requestId(), "somebody-else").withSign(SignedParts.NONE);
        form.add(Map.entry("SAMLResponse", stage.signed(unsigned)));
        form.addAll(visit.form(honest(stage, visit)));
        return stage.see(visit.browser().post(stage.acs(), form));
    }

    private static Observation requestBesideResponse(Stage stage) {
        Visit visit = stage.visit();
        List<Map.Entry<String, String>> form = new ArrayList<>(visit.form(honest(stage, visit)));
        Document request = message(stage.honest(visit.requestId()), "AuthnRequest");
        form.add(Map.entry("SAMLRequest", ResponseFactory.encode(request)));
        return stage.see(visit.browser().post(stage.acs(), form));
    }

    private static String deflated(byte[] message) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Deflater raw = new Deflater(Deflater.BEST_COMPRESSION, true);
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, raw)) {
            out.write(message);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            raw.end();
        }
        return ResponseFactory.encode(bytes.toByteArray());
    }
}
