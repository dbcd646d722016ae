package io.dovetail.sso.saml.response;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.dovetail.lab.idp.IdpKeys;
import io.dovetail.lab.idp.ResponseFactory;
import io.dovetail.lab.idp.xml.Names;
import io.dovetail.lab.idp.xml.Xml;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Elliptic curves: values that are no signature are refused like any wrong one, and never stumbled over. */
class EcSignatureTest {
    private static final IdpKeys P256 = IdpKeys.ec("secp256r1");
    private static final IdpKeys P384 = IdpKeys.ec("secp384r1");

    @Test
    void acceptsBothCurves() {
        var scene = new Scene();

        var p256 = scene.check(ResponseFactory.base64(scene.honest(), P256), P256, Scene.NOW);
        var p384 = scene.check(ResponseFactory.base64(scene.honest(), P384), P384, Scene.NOW);

        assertInstanceOf(VerifiedAssertion.class, p256);
        assertInstanceOf(VerifiedAssertion.class, p384);
    }

    /** CVE-2022-21449 among them: r and s of nothing but zeros. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 63, 64, 65, 96, 128, 4_096})
    void refusesValuesOfNothingButZeros(int length) {
        var verdict = checkWith(new byte[length]);

        assertEquals(
                Reason.SIGNATURE_INVALID,
                assertInstanceOf(Refusal.class, verdict).reason());
    }

    @ParameterizedTest
    @CsvSource({"0,1", "1,0", "1,1", "-1,-1", "0,-1", "-1,0"})
    void refusesHalvesThatNoSignatureHas(byte first, byte second) {
        var value = new byte[64];
        Arrays.fill(value, 0, 32, first);
        Arrays.fill(value, 32, 64, second);

        var verdict = checkWith(value);

        assertEquals(
                Reason.SIGNATURE_INVALID,
                assertInstanceOf(Refusal.class, verdict).reason());
    }

    private static Verdict checkWith(byte[] value) {
        var scene = new Scene();
        var document = ResponseFactory.document(scene.honest(), P256);
        Xml.descendants(document.getDocumentElement(), Names.DS, "SignatureValue")
                .get(0)
                .setTextContent(Base64.getEncoder().encodeToString(value));
        return scene.check(ResponseFactory.encode(document), P256, Scene.NOW);
    }
}
