package io.dovetail.lab.idp.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dovetail.lab.idp.check.line.ProviderKeys;
import io.dovetail.lab.idp.xml.Names;
import io.dovetail.lab.idp.xml.Xml;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/** The command line from its options to its exit code and its reports. */
class CheckCommandTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private ProviderKeys keys;

    @BeforeEach
    void keepKeys() {
        keys = ProviderKeys.kept(folder.resolve("keys.p12"));
    }

    @Test
    void answersZeroWhenAllIsAsExpected() {
        assertEquals(0, check(new StrictGate(keys), "--only", "B1,H8"));
        assertTrue(words().contains("1 as expected, 0 failed, 0 unclear, 0 inconclusive, 1 not applicable"), words());
    }

    @Test
    void answersOneWhenALineFailedAndSaysWhatHappened() throws IOException {
        assertEquals(1, check(new LenientGate(), "--only", "B1,B4,H8"));

        Element suites = Xml.parse(report(".xml")).getDocumentElement();
        Element b = Xml.children(suites).get(0);
        assertEquals("B", b.getAttribute("name"));
        assertEquals("2", b.getAttribute("tests"));
        assertEquals("2", b.getAttribute("failures"));
        assertTrue(Xml.children(b).get(0).getTextContent().contains("accepted: 303 → /done"), report(".xml"));
        Element h = Xml.children(suites).get(1);
        assertEquals("1", h.getAttribute("skipped"));
        assertTrue(Jsoup.parse(report(".html")).text().contains("B1_NOTHING_SIGNED"));
    }

    @Test
    void theReportNeedsNothingButItselfAndNamesNoPlace() throws IOException {
        check(new StrictGate(keys), "--only", "A,F1", "--product", "A <small> one 1.0");

        String html = report(".html");
        assertTrue(Jsoup.parse(html).title().contains("A <small> one 1.0"));
        assertTrue(Jsoup.parse(html).select("script, link, img, [src], [href]").isEmpty());
        assertFalse(html.contains(folder.toString()) || report(".xml").contains(folder.toString()));
        assertFalse(Pattern.compile("https?://(?!127\\.0\\.0\\.1|localhost)")
                .matcher(html)
                .find());
    }

    @Test
    void answersTwoWhenNothingCanBeProvedAndSaysWhatToDo() {
        assertEquals(2, check(new StrictGate(ProviderKeys.fresh())));
        assertTrue(words().contains("An honest sign-in was not accepted: 403"), words());
        assertTrue(words().contains("Has the service provider imported"), words());
    }

    @Test
    void answersTwoForAServiceProviderThatIsNotThere() {
        int code = run("--sp-metadata", folder.resolve("none.xml").toString(), "--start", "http://127.0.0.1:9/");

        assertEquals(2, code);
        assertTrue(words().contains("The SP metadata can't be read"), words());
    }

    @Test
    void answersTwoForOptionsThatItDoesNotKnow() {
        assertEquals(2, run("--sp-metadate", "x"));
        assertTrue(words().contains("Unknown option --sp-metadate") && words().contains("usage:"), words());
        assertEquals(2, run("--start"));
        assertEquals(2, run("--start", "http://127.0.0.1:9/"));
        assertEquals(2, run("--sp-metadata", "x", "--start", "http://127.0.0.1:9/", "--sign", "ALL"));
    }

    @Test
    void playsTheLinesOfASecondConnectionAndOfMetadataWhereTheRunHasThem() {
        try (SmallServiceProvider second = SmallServiceProvider.start(new StrictGate(keys))) {
            int code = check(
                    new StrictGate(keys),
                    "--only",
                    "H1,H2_SAME_ENTITY_ID_TWICE,I6",
                    "--second-sp-metadata",
                    second.address("/metadata"),
                    "--second-start",
                    second.address("/start"),
                    "--import",
                    "POST " + second.address("/import"),
                    "--import-header",
                    "Authorization: Bearer x",
                    "--port",
                    "9");

            assertEquals(0, code, words());
            assertTrue(
                    words().contains("3 as expected, 0 failed, 0 unclear, 0 inconclusive, 1 not applicable"), words());
        }
    }

    @Test
    void encryptsToACertificateThatTheMetadataDoNotName() throws Exception {
        Path certificate = folder.resolve("encryption.der");
        Files.write(certificate, keys.current().certificate().getEncoded());

        check(new StrictGate(keys), "--only", "B3", "--encrypt-to", certificate.toString());

        assertTrue(words().contains("inconclusive   B3_ENCRYPTED_AND_UNSIGNED"), words());
    }

    @Test
    void answersTwoForACallThatImportsNothing() {
        assertEquals(2, check(new StrictGate(keys), "--import", "http://127.0.0.1:9/"));
        assertEquals(2, check(new StrictGate(keys), "--import", "PUT http://127.0.0.1:9/", "--import-body", "{}"));
        assertEquals(
                2,
                check(
                        new StrictGate(keys),
                        "--encrypt-to",
                        folder.resolve("none").toString()));
    }

    @Test
    void writesMetadataWithBothKeysAndKeepsThem() throws IOException {
        Path file = folder.resolve("idp.xml");

        int code = run("--metadata-out", file.toString(), "--idp-entity-id", "urn:example:idp");

        assertEquals(0, code);
        Element entity = Xml.parse(Files.readAllBytes(file)).getDocumentElement();
        assertEquals("urn:example:idp", entity.getAttribute("entityID"));
        assertEquals(2, Xml.descendants(entity, Names.DS, "X509Certificate").size());
        assertEquals(
                keys.certificates(),
                ProviderKeys.kept(folder.resolve("keys.p12")).certificates());
    }

    @Test
    void thePersonOfTheServedProviderIsSignedInHonestly() throws Exception {
        try (SmallServiceProvider provider = SmallServiceProvider.start(new StrictGate(keys));
                ProviderServer server = ProviderServer.start(
                        0,
                        SmallServiceProvider.IDP,
                        keys,
                        provider.setting(keys).names(),
                        provider.setting(keys).sign())) {
            TwoPages pages = new TwoPages();

            String answered = pages.signIn(provider.address("/start"), server.ssoUrl());

            Matcher who = Pattern.compile("who=([^&]*)").matcher(answered);
            assertTrue(who.find(), answered);
            assertEquals("check-nora", who.group(1));
        }
    }

    private int check(SmallServiceProvider.Gate gate, String... more) {
        try (SmallServiceProvider provider = SmallServiceProvider.start(gate)) {
            List<String> arguments = new ArrayList<>(List.of(
                    "--sp-metadata",
                    provider.address("/metadata"),
                    "--start",
                    provider.address("/start"),
                    "--accepted",
                    SmallServiceProvider.ACCEPTED.pattern(),
                    "--report",
                    folder.resolve("reports").toString()));
            arguments.addAll(List.of(more));
            return run(arguments.toArray(String[]::new));
        }
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(0, List.of("--keys", folder.resolve("keys.p12").toString()));
        PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
        return new CheckCommand(stream, stream).run(all.toArray(String[]::new));
    }

    private String words() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private String report(String ending) throws IOException {
        return Files.readString(folder.resolve("reports").resolve("report" + ending));
    }
}
