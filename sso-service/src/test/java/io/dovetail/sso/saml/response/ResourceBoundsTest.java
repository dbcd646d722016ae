package io.dovetail.sso.saml.response;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.dovetail.lab.idp.Attack;
import io.dovetail.lab.idp.AttackScene;
import io.dovetail.lab.idp.IdpKeys;
import io.dovetail.lab.idp.ResponseFactory;
import io.dovetail.lab.idp.ResponseWriter;
import io.dovetail.lab.idp.SignedParts;
import io.dovetail.lab.idp.Signing;
import io.dovetail.lab.idp.xml.Names;
import io.dovetail.lab.idp.xml.Xml;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/** No message makes the check open a connection or use more than bounded memory (security.md B5, D1 to D3). */
class ResourceBoundsTest {
    /** An honest response of the largest size needs about half of it. */
    private static final long MOST_BYTES = 64L * 1024 * 1024;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @ParameterizedTest
    @EnumSource(Attack.class)
    void opensNoConnectionAndUsesBoundedMemoryForAnyAttack(Attack attack) throws IOException {
        try (var trap = new Trap()) {
            var scene = new Scene();
            var hostile = attack.apply(AttackScene.of(scene.honest(), Scene.KEYS)
                    .withEncryptTo(Scene.SP_KEYS.certificate())
                    .withTrap(trap.address()));
            scene.check();

            var before = THREADS.getCurrentThreadAllocatedBytes();
            scene.check(hostile, attack.trusted(Scene.KEYS), Scene.NOW);
            var used = THREADS.getCurrentThreadAllocatedBytes() - before;

            assertFalse(trap.wasEntered());
            assertTrue(used > 0 && used < MOST_BYTES, () -> used + " bytes");
        }
    }

    @ParameterizedTest
    @MethodSource("pointers")
    void followsNoPointerToAKey(String pointer) throws IOException {
        try (var trap = new Trap()) {
            var scene = new Scene();
            var stranger = AttackScene.of(scene.honest(), Scene.KEYS).foreign();

            var hostile = scene.check(signedBy(stranger, pointer, trap.address()), Scene.KEYS, Scene.NOW);
            var honest = scene.check(signedBy(Scene.KEYS, pointer, trap.address()), Scene.KEYS, Scene.NOW);

            assertEquals(
                    Reason.SIGNATURE_INVALID,
                    assertInstanceOf(Refusal.class, hostile).reason());
            assertInstanceOf(VerifiedAssertion.class, honest);
            assertFalse(trap.wasEntered());
        }
    }

    private static String signedBy(IdpKeys keys, String pointer, URI target) {
        var document = ResponseWriter.unsigned(new Scene().honest());
        var assertion = Xml.requireChild(document.getDocumentElement(), Names.SAML, "Assertion");
        var keyInfo = Xml.requireChild(Signing.by(keys).sign(assertion), Names.DS, "KeyInfo");
        point(keyInfo, pointer, target);
        return ResponseFactory.encode(document);
    }

    static Stream<String> pointers() {
        return Stream.of("RetrievalMethod", "KeyInfoReference", "KeyName");
    }

    private static void point(Element keyInfo, String pointer, URI target) {
        keyInfo.setTextContent("");
        if (pointer.equals("KeyName")) {
            Xml.append(keyInfo, Names.DS, "ds:KeyName", target.toString());
        } else if (pointer.equals("RetrievalMethod")) {
            Xml.append(keyInfo, Names.DS, "ds:RetrievalMethod").setAttribute("URI", target.toString());
        } else {
            Xml.append(keyInfo, "http://www.w3.org/2009/xmldsig11#", "ds11:KeyInfoReference")
                    .setAttribute("URI", target.toString());
        }
    }

    @Test
    void loadsNoSchemaThatAMessageNames() throws IOException {
        try (var trap = new Trap()) {
            var scene = new Scene();
            var document = ResponseFactory.document(scene.honest(), Scene.KEYS);
            document.getDocumentElement()
                    .setAttributeNS(Names.XSI, "xsi:schemaLocation", Names.SAMLP + " " + trap.address());

            var verdict = scene.check(ResponseFactory.encode(document), Scene.KEYS, Scene.NOW);

            assertInstanceOf(VerifiedAssertion.class, verdict);
            assertFalse(trap.wasEntered());
        }
    }

    @Test
    void usesBoundedMemoryForTheLargestHonestResponse() {
        var scene = new Scene().withAttribute("groups", "g".repeat(180_000));
        var base64 = ResponseFactory.base64(scene.honest().withSign(SignedParts.BOTH), Scene.KEYS);
        scene.check();

        var before = THREADS.getCurrentThreadAllocatedBytes();
        var verdict = scene.check(base64, Scene.KEYS, Scene.NOW);
        var used = THREADS.getCurrentThreadAllocatedBytes() - before;

        assertInstanceOf(VerifiedAssertion.class, verdict);
        assertTrue(used > 0 && used < MOST_BYTES, () -> used + " bytes");
    }

    /** Without this, the traps above could be of no use. */
    @Test
    void noticesWhoOpensAConnectionAndThatHostileMessagesNameTheTrap() throws IOException {
        try (var trap = new Trap()) {
            var scene = AttackScene.of(new Scene().honest(), Scene.KEYS).withTrap(trap.address());
            var naming = Stream.of(Attack.values())
                    .filter(attack ->
                            decoded(attack.apply(scene)).contains(trap.address().toString()))
                    .count();

            assertTrue(naming >= 3, naming + " attacks name the trap");
            assertFalse(trap.wasEntered());
            new Socket(trap.address().getHost(), trap.address().getPort()).close();
            assertTrue(trap.wasEntered());
        }
    }

    private static String decoded(String base64) {
        return new String(Base64.getMimeDecoder().decode(base64), StandardCharsets.UTF_8);
    }

    /** An address that nobody may ever open. */
    private static final class Trap implements AutoCloseable {
        private final ServerSocket socket = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());

        Trap() throws IOException {
            socket.setSoTimeout(1);
        }

        URI address() {
            return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/trap");
        }

        /** Whoever has opened a connection stands in the queue already: the check is over. */
        boolean wasEntered() throws IOException {
            try {
                socket.accept().close();
                return true;
            } catch (SocketTimeoutException nobody) {
                return false;
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
