package io.dovetail.lab.idp.likeness;

import io.dovetail.lab.idp.IdpKeys;
import io.dovetail.lab.idp.SamlIds;
import io.dovetail.lab.idp.SignatureForm;
import io.dovetail.lab.idp.Signing;
import io.dovetail.lab.idp.http.Html;
import io.dovetail.lab.idp.xml.Names;
import io.dovetail.lab.idp.xml.Xml;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.w3c.dom.Document;

/** Fills the gaps of one provider's metadata, and signs it where the provider does. */
final class MetadataWriter {

    private static final String BYTE_ORDER_MARK = "\ufeff";

    private final String template;
    private final SignatureForm signature;
    private final Traits traits;

    MetadataWriter(String template, SignatureForm signature, Traits traits) {
        this.template = template;
        this.signature = signature;
        this.traits = traits;
    }

    String write(MetadataPlan plan) {
        String xml = template.strip();
        for (Map.Entry<String, String> gap : gaps(plan).entrySet()) {
            xml = xml.replace("${" + gap.getKey() + "}", gap.getValue());
        }
        if (traits.flag("metadata.signed")) {
            xml = signed(xml, plan.keys());
        }
        return traits.flag("metadata.byte-order-mark") ? BYTE_ORDER_MARK + xml : xml;
    }

    private Map<String, String> gaps(MetadataPlan plan) {
        Map<String, String> gaps = new LinkedHashMap<>();
        String wants = String.valueOf(plan.wantSignedRequests());
        gaps.put("id", SamlIds.next());
        gaps.put("entityId", Html.escape(plan.entityId()));
        gaps.put("sso", Html.escape(plan.ssoUrl()));
        gaps.put("certificate", certificate(plan.keys()));
        gaps.put("next", certificate(plan.next()));
        gaps.put(
                "validUntil",
                plan.now()
                        .truncatedTo(ChronoUnit.SECONDS)
                        .plus(1800, ChronoUnit.DAYS)
                        .toString());
        gaps.put("wantsSigned", wants);
        gaps.put("wantsSignedIfAny", plan.wantSignedRequests() ? " WantAuthnRequestsSigned=\"true\"" : "");
        gaps.put("redirect", plan.redirectBinding() ? service(plan) : "");
        return gaps;
    }

    private static String service(MetadataPlan plan) {
        return "<md:SingleSignOnService Binding=\"%s\" Location=\"%s\"/>"
                .formatted(Names.REDIRECT, Html.escape(plan.ssoUrl()));
    }

    private String signed(String xml, IdpKeys keys) {
        Document document = Xml.parse(xml);
        document.getDocumentElement().setIdAttribute("ID", true);
        Signing.by(keys).withForm(signature).sign(document.getDocumentElement());
        String text = Xml.text(document);
        return xml.startsWith("<?xml") ? text : text.substring(text.indexOf("?>") + 2);
    }

    private String certificate(IdpKeys keys) {
        try {
            byte[] bytes = keys.certificate().getEncoded();
            return switch (traits.text("metadata.certificate", "ONE_LINE")) {
                case "LINES_OF_64" -> lines(64, bytes);
                case "LINES_OF_76" -> lines(76, bytes);
                default -> Base64.getEncoder().encodeToString(bytes);
            };
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("The certificate has no encoding", e);
        }
    }

    private static String lines(int length, byte[] bytes) {
        return Base64.getMimeEncoder(length, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(bytes);
    }
}
