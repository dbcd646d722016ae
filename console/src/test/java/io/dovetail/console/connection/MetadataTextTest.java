package io.dovetail.console.connection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.Charset;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What text a metadata file holds, whatever it is encoded in. */
class MetadataTextTest {
    private static final String PLAIN = "<a name=\"Zoë 見\"/>";
    private static final String LATIN = "<?xml version='1.0' encoding='ISO-8859-1'?><a name=\"Zoë\"/>";
    private static final String WIDE = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><a name=\"Zoë 見\"/>";

    static Stream<Arguments> files() {
        return Stream.of(
                Arguments.of("UTF-8 by default", PLAIN, "", UTF_8),
                Arguments.of("UTF-8 with a byte order mark", PLAIN, "\uFEFF", UTF_8),
                Arguments.of("UTF-16, big end first", WIDE, "\uFEFF", UTF_16BE),
                Arguments.of("UTF-16, little end first", WIDE, "\uFEFF", UTF_16LE),
                Arguments.of("UTF-16 without a byte order mark, big end first", WIDE, "", UTF_16BE),
                Arguments.of("UTF-16 without a byte order mark, little end first", WIDE, "", UTF_16LE),
                Arguments.of("what the declaration names", LATIN, "", ISO_8859_1),
                Arguments.of("UTF-8, though its declaration says UTF-16", WIDE, "", UTF_8));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void readsEveryEncodingAndDropsTheByteOrderMark(String name, String text, String mark, Charset encoding) {
        var file = (mark + text).getBytes(encoding);

        var read = MetadataText.find(file);

        assertEquals(Optional.of(text), read);
    }

    @Test
    void whatIsNoTextIsRefused() {
        assertEquals(Optional.empty(), MetadataText.find(new byte[] {'P', 'K', 3, 4, (byte) 0xFF, (byte) 0xC0}));
        assertEquals(
                Optional.empty(),
                MetadataText.find(LATIN.replace("ISO-8859-1", "EBCDIC-X").getBytes(UTF_8)));
        assertEquals(Optional.empty(), MetadataText.find(PLAIN.getBytes(ISO_8859_1)));
    }

    @Test
    void aShortFileIsRead() {
        assertEquals(Optional.of(""), MetadataText.find(new byte[0]));
        assertEquals(Optional.of("<"), MetadataText.find(new byte[] {'<'}));
    }
}
