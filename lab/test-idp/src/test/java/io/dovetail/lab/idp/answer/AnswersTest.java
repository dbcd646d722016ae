package io.dovetail.lab.idp.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dovetail.lab.idp.AttackScene;
import io.dovetail.lab.idp.IdpKeys;
import io.dovetail.lab.idp.JdkValidator;
import io.dovetail.lab.idp.ResponseFactory;
import io.dovetail.lab.idp.ResponsePlan;
import io.dovetail.lab.idp.SignedParts;
import io.dovetail.lab.idp.check.line.Line;
import io.dovetail.lab.idp.check.line.Lines;
import io.dovetail.lab.idp.xml.Xml;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

/** What is odd in an answer is odd alone: the signature still verifies, as it does in the attacks of the library. */
class AnswersTest {
    private static final IdpKeys KEYS = IdpKeys.rsa2048();
    private static final IdpKeys ENDED =
            KEYS.withCertificateLife(Instant.parse("2020-01-01T00:00:00Z"), Instant.parse("2021-01-01T00:00:00Z"));

    private static final Occasion.Earlier EARLIER =
            new Occasion.Earlier(Optional.of("_earlier"), ResponseFactory.base64(honest("ada"), KEYS));

    @ParameterizedTest
    @MethodSource("byTheProvider")
    void theProvidersSignatureHolds(String line) throws Exception {
        Document document = read(make(line).response());

        assertTrue(new JdkValidator(KEYS).acceptsAnySignatureOverAnything(document));
    }

    /** Every answer but those of the library, which have an oracle of their own, and those that nobody signs. */
    static Stream<String> byTheProvider() {
        return Lines.all().stream()
                .map(Line::name)
                .filter(line -> Answers.find(line)
                        .filter(recipe -> !(recipe instanceof AttackAnswer))
                        .isPresent())
                .filter(line -> !line.startsWith("B5_") && !line.startsWith("D4_"))
                .filter(line -> !line.equals("F17_AUTHN_REQUEST") && !line.equals("F17_PARAMETER_TWICE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"B5_RETRIEVAL_METHOD", "B5_KEY_INFO_REFERENCE", "B5_KEY_NAME"})
    void theStrangersSignatureHoldsWhereHisKeyIsOffered(String line) throws Exception {
        Document document = read(make(line).response());

        assertTrue(new JdkValidator(occasion().scene().foreign()).acceptsAnySignatureOverAnything(document));
        assertFalse(new JdkValidator(KEYS).acceptsAnySignatureOverAnything(document));
    }

    @Test
    void anUnsignedAnswerStandsBeforeTheHonestOne() throws Exception {
        List<String> responses = make("F17_PARAMETER_TWICE").fields().stream()
                .filter(field -> field.getKey().equals("SAMLResponse"))
                .map(Map.Entry::getValue)
                .toList();

        assertEquals(2, responses.size());
        assertFalse(new JdkValidator(KEYS).acceptsAnySignatureOverAnything(read(responses.get(0))));
        assertTrue(new JdkValidator(KEYS).acceptsAnySignatureOverAnything(read(responses.get(1))));
    }

    @Test
    void aValueIsSplitBehindWhatAnotherPersonIsKnownBy() {
        Sent sent = make("C13_COMMENT_IN_SAML_ID");

        String xml = new String(Base64.getDecoder().decode(sent.response()), StandardCharsets.UTF_8);
        assertTrue(xml.contains(">ada<!-- -->.more</saml:AttributeValue>"), xml);
        assertEquals("ada.more", sent.meant());
    }

    @Test
    void anAnswerIsSentAgainOnlyWhereThereWasOne() {
        Occasion alone = new Occasion(
                occasion().scene(), occasion().identity(), Optional.empty(), Optional.empty(), Optional.empty());

        assertThrows(
                NotApplicable.class,
                () -> Answers.find("F16_SAME_AGAIN").orElseThrow().make(alone));
        assertEquals(
                occasion().requireEarlier().response(),
                Answers.find("F16_SAME_AGAIN")
                        .orElseThrow()
                        .make(alone.after(occasion().requireEarlier()))
                        .response());
    }

    private static Sent make(String name) {
        Occasion occasion = occasion();
        Line line = Lines.all().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow();
        return Answers.find(name)
                .orElseThrow()
                .make(line.signed().map(occasion::signing).orElse(occasion));
    }

    private static Occasion occasion() {
        ResponsePlan plan = honest("ada");
        var identity = new Identity("ada", Optional.of("saml_id"), AnswersTest::honest);
        AttackScene scene = AttackScene.of(plan, KEYS);
        return new Occasion(scene, identity, Optional.of("state"), Optional.of(ENDED), Optional.of(EARLIER));
    }

    private static ResponsePlan honest(String samlId) {
        return ResponsePlan.jumpCloud(
                        "company-1",
                        "https://app.example.org",
                        "https://app.example.org/acs",
                        "_request",
                        "ada@example.org",
                        Map.of("saml_id", List.of(samlId)),
                        Instant.parse("2026-03-01T10:00:00Z"))
                .withSign(SignedParts.ASSERTION);
    }

    /** Undoes what the readers of C10 are to stumble over, all of it outside the signed part. */
    private static Document read(String base64) throws Exception {
        byte[] bytes = Base64.getMimeDecoder().decode(base64);
        if (bytes[0] != '<' && bytes[0] != (byte) 0xEF && bytes[0] != (byte) 0xFE) {
            bytes = new InflaterInputStream(new ByteArrayInputStream(bytes), new Inflater(true)).readAllBytes();
        }
        String broken = new String(bytes, StandardCharsets.ISO_8859_1);
        return broken.contains("undeclared:") || broken.contains("xmlns:broken")
                ? Xml.parse(broken.replace("undeclared:one", "one")
                        .replaceAll(" xmlns:broken=\"[^\"]*\"", "")
                        .getBytes(StandardCharsets.ISO_8859_1))
                : Xml.parse(bytes);
    }

    @Test
    void theRelayStateThatCameGoesBackUnlessItIsTheAttack() {
        assertTrue(make("H6_FORCED_ROLE").fields().contains(Map.entry("RelayState", "state")));
        assertFalse(make("G1_TWO_SLASHES").fields().contains(Map.entry("RelayState", "state")));
    }
}
