package io.dovetail.lab.idp.likeness;

import io.dovetail.lab.idp.ContentCipher;
import io.dovetail.lab.idp.Encryption;
import io.dovetail.lab.idp.KeyPlace;
import io.dovetail.lab.idp.KeyTransport;
import io.dovetail.lab.idp.ResponseForm;
import io.dovetail.lab.idp.ResponsePlan;
import io.dovetail.lab.idp.SignatureForm;
import io.dovetail.lab.idp.SignatureForm.KeyHint;
import io.dovetail.lab.idp.SignedParts;
import io.dovetail.lab.idp.xml.Names;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The providers whose responses and metadata this one can make. */
public enum Likeness {
    JUMPCLOUD,
    OKTA,
    ENTRA,
    GOOGLE,
    ONELOGIN,
    PINGFEDERATE,
    ADFS;

    /** Read once, never changed. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Traits traits = Traits.of(name().toLowerCase(Locale.ROOT));

    /** The provider's name as people say it. */
    public String title() {
        return traits.require("title");
    }

    /** What the provider sends as NameID of a person. */
    public String nameId(String username, String email) {
        return traits.choice("name-id.value", NameIdValue.class, NameIdValue.EMAIL)
                .of(username, email);
    }

    /** Whether a form without a RelayState carries an empty one. */
    public boolean sendsEmptyRelayState() {
        return traits.flag("relay-state.empty");
    }

    /**
     * An honest response of this provider.
     *
     * @param attributes what an administrator has configured; the provider's own come before
     */
    public ResponsePlan plan(
            String idpEntityId,
            String spEntityId,
            String acsUrl,
            @Nullable String inResponseTo,
            String nameId,
            Map<String, List<String>> attributes,
            Instant now) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        if (!attributes.isEmpty()) {
            all.putAll(traits.attributes());
            all.putAll(attributes);
        }
        return ResponsePlan.jumpCloud(idpEntityId, spEntityId, acsUrl, inResponseTo, nameId, all, now)
                .withResponseId(new IdPattern(traits.require("id.response")).next())
                .withAssertionId(new IdPattern(traits.require("id.assertion")).next())
                .withDestination(traits.flag("destination.omitted") ? null : acsUrl)
                .withNameIdFormat(traits.text("name-id.format", ""))
                .withNotBefore(now.plus(traits.duration("conditions.from").orElseThrow()))
                .withNotOnOrAfter(now.plus(traits.duration("conditions.until").orElseThrow()))
                .withSessionNotOnOrAfter(
                        traits.duration("session").map(now::plus).orElse(null))
                .withSign(traits.choice("sign", SignedParts.class, SignedParts.ASSERTION))
                .withForm(form());
    }

    /** The same response with its Assertion encrypted as this provider does it, signed as that needs it. */
    public ResponsePlan encrypted(ResponsePlan plan, X509Certificate certificate) {
        Encryption encryption = Encryption.to(certificate)
                .withContentCipher(traits.choice("encryption.cipher", ContentCipher.class, ContentCipher.AES_256_GCM))
                .withKeyTransport(traits.choice("encryption.key", KeyTransport.class, KeyTransport.RSA_OAEP_SHA1))
                .withKeyPlace(traits.choice("encryption.key-place", KeyPlace.class, KeyPlace.INSIDE));
        return plan.withEncryption(encryption)
                .withSign(traits.choice("encryption.sign", SignedParts.class, plan.sign()));
    }

    /** The provider's metadata with an application's own values. */
    public String metadata(MetadataPlan plan) {
        return new MetadataWriter(traits.metadataTemplate(), signatureForm(), traits).write(plan);
    }

    private ResponseForm form() {
        return new ResponseForm(
                traits.text("prefix.protocol", "samlp"),
                traits.text("prefix.assertion", "saml"),
                traits.flag("prefix.assertion.on-top"),
                traits.text("declaration", ""),
                traits.flag("issuer.format"),
                traits.find("consent").orElse(null),
                traits.flag("times.whole-seconds"),
                traits.find("attributes.name-format").orElse(null),
                traits.flag("attributes.typed"),
                traits.flag("attributes.schema-on-values"),
                traits.flag("attributes.first"),
                traits.text("context", Names.PASSWORD_PROTECTED),
                traits.flag("context.authority"),
                traits.duration("confirmation.until").orElse(null),
                signatureForm());
    }

    private SignatureForm signatureForm() {
        String prefix = traits.text("prefix.signature", "ds");
        return new SignatureForm(
                prefix,
                traits.text("prefix.key-info", prefix),
                traits.words("signature.inclusive-prefixes"),
                traits.flag("signature.lines"),
                traits.choice("signature.key-hint", KeyHint.class, KeyHint.NONE));
    }
}
