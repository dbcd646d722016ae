package io.dovetail.console.connection;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The text of a metadata file: by its byte order mark, else by the encoding that its XML declaration names, else as
 * UTF-8 (XML 1.0, appendix F).
 */
final class MetadataText {
    /** In bytes; as much as the call takes in characters. */
    static final int LARGEST = 1 << 20;

    private static final int LONGEST_DECLARATION = 1_024;
    private static final Pattern ENCODING =
            Pattern.compile("\\A\\s*<\\?xml\\s[^>]*?\\bencoding\\s*=\\s*[\"']([A-Za-z][A-Za-z0-9._-]*)[\"']");

    private MetadataText() {}

    /** Empty when the bytes are no text of their encoding, or the encoding is one that nobody knows. */
    static Optional<String> find(byte[] file) {
        if (begins(file, 0xEF, 0xBB, 0xBF)) {
            return decode(file, 3, StandardCharsets.UTF_8);
        }
        if (begins(file, 0xFF, 0xFE)) {
            return decode(file, 2, StandardCharsets.UTF_16LE);
        }
        if (begins(file, 0xFE, 0xFF)) {
            return decode(file, 2, StandardCharsets.UTF_16BE);
        }
        if (begins(file, '<', 0)) {
            return decode(file, 0, StandardCharsets.UTF_16LE);
        }
        if (begins(file, 0, '<')) {
            return decode(file, 0, StandardCharsets.UTF_16BE);
        }
        return declared(file).flatMap(encoding -> decode(file, 0, encoding));
    }

    /** A declaration that could be read byte by byte is not of UTF-16, whatever it says. */
    private static Optional<Charset> declared(byte[] file) {
        var beginning = new String(file, 0, Math.min(file.length, LONGEST_DECLARATION), StandardCharsets.ISO_8859_1);
        var declaration = ENCODING.matcher(beginning);
        if (!declaration.find() || declaration.group(1).regionMatches(true, 0, "UTF-16", 0, 6)) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        try {
            return Optional.of(Charset.forName(declaration.group(1)));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return Optional.empty();
        }
    }

    private static Optional<String> decode(byte[] file, int from, Charset encoding) {
        try {
            var bytes = ByteBuffer.wrap(file, from, file.length - from);
            return Optional.of(encoding.newDecoder().decode(bytes).toString());
        } catch (CharacterCodingException notThisEncoding) {
            return Optional.empty();
        }
    }

    private static boolean begins(byte[] file, int... bytes) {
        if (file.length < bytes.length) {
            return false;
        }
        for (var at = 0; at < bytes.length; at++) {
            if ((file[at] & 0xFF) != bytes[at]) {
                return false;
            }
        }
        return true;
    }
}
