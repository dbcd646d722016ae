package io.dovetail.sso.saml.response;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.dovetail.lab.idp.ResponseFactory;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * SignedInfo is brought into canonical form before its signature is verified, so that anybody can have it done: it
 * holds nothing that makes it slow (security.md D3). The short list that Okta sends is in {@link ProviderLikenessTest}.
 */
class SlowSignatureTest {
    private static final String LIST = "<ec:InclusiveNamespaces xmlns:ec=\"http://www.w3.org/2001/10/xml-exc-c14n#\""
            + " PrefixList=\"%s\">%s</ec:InclusiveNamespaces>";
    private static final String MANY = "a ".repeat(40_000);

    /** @param element of SignedInfo, whose first one gets the content */
    @ParameterizedTest(name = "{0}")
    @MethodSource("slow")
    void refusesItForItsFormBeforeItIsVerified(String what, String element, String content) {
        var scene = new Scene();
        var honest = new String(
                Base64.getDecoder().decode(ResponseFactory.base64(scene.honest(), Scene.KEYS)), StandardCharsets.UTF_8);
        var slow = honest.replaceFirst(
                "<ds:" + element + "( [^>]*?)/?>(?:</ds:" + element + ">)?",
                "<ds:" + element + "$1>" + content + "</ds:" + element + ">");
        assertNotEquals(honest, slow);

        var verdict = scene.check(
                Base64.getEncoder().encodeToString(slow.getBytes(StandardCharsets.UTF_8)), Scene.KEYS, Scene.NOW);

        assertEquals(
                Reason.SIGNATURE_FORM, assertInstanceOf(Refusal.class, verdict).reason());
    }

    static Stream<Arguments> slow() {
        return Stream.of(
                Arguments.of("a long list", "CanonicalizationMethod", LIST.formatted(MANY, "")),
                Arguments.of(
                        "elements in a list", "CanonicalizationMethod", LIST.formatted("xs", "<a/>".repeat(2_000))),
                Arguments.of(
                        "elements in the digest method", "DigestMethod", "<x:a xmlns:x=\"urn:x\"/>".repeat(1_000)));
    }
}
