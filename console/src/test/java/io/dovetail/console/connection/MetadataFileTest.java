package io.dovetail.console.connection;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dovetail.console.testing.Browser;
import io.dovetail.console.testing.Services;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The provider's metadata as a file, of one provider or of several. */
@QuarkusTest
@QuarkusTestResource(Services.class)
class MetadataFileTest {
    private static final String HERE = SavedDraft.HERE;
    private static final String PUT = "PUT " + SavedDraft.COMPANY;
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-16\"?>\n<md name=\"Zoë 見 &amp; Söhne\"/>";

    @BeforeEach
    void connectionIsADraft() {
        SavedDraft.answered();
        Services.answer(PUT, 200, "{}");
    }

    @Test
    void theFormTakesAFile() {
        Browser.signedIn("ADMIN", 600)
                .get(HERE)
                .then()
                .body(containsString("enctype=\"multipart/form-data\""))
                .body(containsString("type=\"file\" name=\"metadataFile\""));
    }

    @Test
    void aFileOfUtf16ArrivesUnharmedAndWinsOverAllElse() {
        var file = ("\uFEFF" + XML).getBytes(StandardCharsets.UTF_16LE);

        var answer = upload(file, Map.of("metadataUrl", "https://idp/metadata", "metadataXml", "<old/>"));

        answer.then().statusCode(303).header("Location", endsWith("?done=saved"));
        assertEquals(XML, sent().getString("metadataXml"));
        assertNull(sent().getString("metadataUrl"));
    }

    @Test
    void fieldsOfTheFormKeepTheirLetters() {
        SavedDraft.save(Map.of("metadataXml", "<md name=\"Zoë 見\"/>")).then().statusCode(303);

        assertEquals("<md name=\"Zoë 見\"/>", sent().getString("metadataXml"));
    }

    @Test
    void aFileOfOneMebibyteIsTakenAndALargerOneIsRefused() {
        var file = "a".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
        upload(file, Map.of("metadataXml", "b".repeat(1 << 20))).then().statusCode(303);
        assertEquals(1 << 20, sent().getString("metadataXml").length());

        upload(("a" + "a".repeat(1 << 20)).getBytes(StandardCharsets.US_ASCII), Map.of("provider", "JUMPCLOUD"))
                .then()
                .statusCode(400)
                .body(containsString("larger than 1 MiB"), containsString("<option value=\"JUMPCLOUD\" selected>"));
        assertEquals(1, Services.count(PUT));
    }

    @Test
    void aBodyOverEveryMeasureIsRefusedUnread() {
        upload(new byte[4 << 20], Map.of()).then().statusCode(413);

        assertEquals(0, Services.count(PUT));
    }

    @Test
    void aFileThatIsNoTextIsRefused() {
        upload(new byte[] {'P', 'K', 3, 4, (byte) 0xFF}, Map.of())
                .then()
                .statusCode(400)
                .body(containsString("be read as text"));

        assertEquals(0, Services.count(PUT));
    }

    @Test
    void aRefusedFileStandsInTheForm() {
        Services.answer(PUT, 400, "{\"title\":\"Refused\",\"detail\":\"No key.\"}");

        upload("<md>&amp;</md>".getBytes(StandardCharsets.UTF_8), Map.of())
                .then()
                .statusCode(400)
                .body(containsString("Refused. No key."), containsString("&lt;md&gt;&amp;amp;&lt;/md&gt;</textarea>"));
    }

    @Test
    void oneOfSeveralProvidersIsChosenAndNothingIsGivenTwice() {
        Services.answer(PUT, 400, """
                {"type":"/problems/metadata-refused","title":"Refused","detail":"Several.","entities":["https://one"," https://t<w>o"]}""");

        upload("<many/>".getBytes(StandardCharsets.UTF_8), Map.of("provider", "NONE"))
                .then()
                .statusCode(400)
                .body(containsString("Which one is your company's?"), containsString("&lt;many/&gt;</textarea>"))
                .body(containsString("name=\"metadataEntityId\" value=\"https://one\" required>"))
                .body(containsString("value=\" https://t&lt;w&gt;o\""));

        Services.answer(PUT, 200, "{}");
        SavedDraft.save(Map.of("metadataXml", "<many/>", "metadataEntityId", " https://t<w>o"))
                .then()
                .statusCode(303);
        assertEquals(" https://t<w>o", sent().getString("metadataEntityId"));
        assertEquals("<many/>", sent().getString("metadataXml"));
    }

    @Test
    void theProviderThatIsSavedStandsChosen() {
        Services.answer(PUT, 400, "{\"detail\":\"Several.\",\"entities\":[\"https://one\",\"https://idp\"]}");

        SavedDraft.save(Map.of("metadataUrl", "https://federation/metadata"))
                .then()
                .body(containsString("value=\"https://idp\" required checked>"))
                .body(containsString("value=\"https://federation/metadata\""));
    }

    @Test
    void samePeopleIsSaidWithEachSaveAndNeverByItself() {
        SavedDraft.save(Map.of("metadataXml", "<xml/>", "samePeople", "yes"));
        assertTrue(sent().getBoolean("samePeople"));

        Browser.signedIn("ADMIN", 600)
                .get(HERE)
                .then()
                .body(containsString("name=\"samePeople\" value=\"yes\">"), not(containsString("several providers")));
        SavedDraft.save(Map.of("metadataXml", "<xml/>"));
        assertNull(sent().getString("samePeople"));
    }

    @Test
    void aFormWithoutItsTokenSavesNothing() {
        var browser = Browser.signedIn("ADMIN", 600);
        browser.cookie("dovetail-csrf", "forged");

        browser.postFile(HERE + "/save", Map.of(), "metadataFile", new byte[] {'<'})
                .then()
                .statusCode(400);

        assertEquals(0, Services.count(PUT));
    }

    @Test
    void theOldFormOfAnOpenTabIsRefused() {
        Browser.signedIn("ADMIN", 600)
                .post(HERE + "/save", Map.of("metadataXml", "<xml/>"))
                .then()
                .statusCode(equalTo(415));
    }

    @Test
    void aFormThatIsCutOffOrHasNoNamesIsNoFaultOfOurs() {
        for (var body : new String[] {
            "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb",
            "--x\r\nContent-Disposition: form-data; filename=\"f\"\r\n\r\nb\r\n--x--\r\n",
            "--x\r\nno header at all\r\n\r\nb\r\n--x--\r\n"
        }) {
            given().contentType("multipart/form-data; boundary=x")
                    .body(body.getBytes(StandardCharsets.US_ASCII))
                    .post(HERE + "/save")
                    .then()
                    .statusCode(400);
        }
        given().contentType("multipart/form-data")
                .body(new byte[] {'b'})
                .post(HERE + "/save")
                .then()
                .statusCode(equalTo(400));
        assertEquals(0, Services.count(PUT));
    }

    private static Response upload(byte[] file, Map<String, String> form) {
        return Browser.signedIn("ADMIN", 600).postFile(HERE + "/save", form, "metadataFile", file);
    }

    private static JsonPath sent() {
        return JsonPath.from(Services.last(PUT).body());
    }
}
