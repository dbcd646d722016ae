package io.dovetail.lab.idp.answer;

import io.dovetail.lab.idp.ResponseFactory;
import io.dovetail.lab.idp.ResponsePlan;
import io.dovetail.lab.idp.ResponseWriter;
import io.dovetail.lab.idp.SamlIds;
import io.dovetail.lab.idp.SignedParts;
import io.dovetail.lab.idp.Signing;
import io.dovetail.lab.idp.xml.Names;
import io.dovetail.lab.idp.xml.Xml;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** security.md D4 and F17: other messages, and other ways to bring one. */
final class MessageAnswers {
    private static final int BOMB = 20 * 1024 * 1024;

    private MessageAnswers() {}

    static Map<String, AnswerRecipe> all() {
        return Map.of(
                "D4_DEFLATED_BOMB",
                occasion -> occasion.send(deflated(new byte[BOMB])).by(Sent.Way.GET),
                "F17_LOGOUT_RESPONSE",
                MessageAnswers::logoutResponse,
                "F17_BARE_ASSERTION",
                MessageAnswers::bareAssertion,
                "F17_AUTHN_REQUEST",
                occasion -> occasion.send(message(occasion.honest(), "AuthnRequest")),
                "F17_BY_GET",
                occasion -> occasion.send(occasion.honest()).by(Sent.Way.GET),
                "F17_BY_REDIRECT_BINDING",
                occasion -> occasion.send(deflated(Base64.getDecoder().decode(occasion.signed(occasion.honest()))))
                        .by(Sent.Way.GET),
                "F17_PLAIN_TEXT",
                occasion -> occasion.send(occasion.honest()).by(Sent.Way.PLAIN_TEXT),
                "F17_PARAMETER_TWICE",
                MessageAnswers::twice,
                "F17_REQUEST_BESIDE_RESPONSE",
                occasion -> occasion.send(occasion.honest())
                        .withLast("SAMLRequest", ResponseFactory.encode(message(occasion.honest(), "AuthnRequest"))));
    }

    private static Sent logoutResponse(Occasion occasion) {
        ResponsePlan plan = occasion.honest();
        Document document = message(plan, "LogoutResponse");
        Element logout = document.getDocumentElement();
        Element status = Xml.append(logout, Names.SAMLP, "samlp:Status");
        Xml.append(status, Names.SAMLP, "samlp:StatusCode").setAttribute("Value", Names.STATUS_SUCCESS);
        if (plan.inResponseTo() != null) {
            logout.setAttribute("InResponseTo", plan.inResponseTo());
        }
        Signing.by(occasion.scene().keys()).sign(logout);
        return occasion.send(document);
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

    private static Sent bareAssertion(Occasion occasion) {
        ResponsePlan plan = occasion.honest().withSign(SignedParts.ASSERTION);
        Element response =
                ResponseFactory.document(plan, occasion.scene().keys()).getDocumentElement();
        Document bare = Xml.empty();
        bare.appendChild(bare.importNode(Xml.requireChild(response, Names.SAML, "Assertion"), true));
        return occasion.send(bare);
    }

    /** An unsigned one about somebody else stands before the honest one. */
    private static Sent twice(Occasion occasion) {
        ResponsePlan unsigned = occasion.honest("somebody-else").withSign(SignedParts.NONE);
        return occasion.send(occasion.honest()).withFirst("SAMLResponse", occasion.signed(unsigned));
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
