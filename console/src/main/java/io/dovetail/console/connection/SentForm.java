package io.dovetail.console.connection;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

/**
 * A form with a file as the browser sent it.
 *
 * @param file what the chosen file holds, one byte more than is allowed at most; empty when none was chosen
 */
record SentForm(MultivaluedMap<String, String> fields, Optional<byte[]> file) {

    static SentForm of(MultipartFormDataInput form, String fileField) {
        var fields = new MultivaluedHashMap<String, String>();
        Optional<byte[]> file = Optional.empty();
        for (var entry : form.getValues().entrySet()) {
            for (var value : entry.getValue()) {
                if (!value.isFileItem()) {
                    fields.add(entry.getKey(), value.getValue());
                } else if (fileField.equals(entry.getKey())) {
                    file = Optional.of(read(value)).filter(bytes -> bytes.length > 0);
                }
            }
        }
        return new SentForm(fields, file);
    }

    private static byte[] read(FormValue value) {
        try (var stream = value.getFileItem().getInputStream()) {
            return stream.readNBytes(MetadataText.LARGEST + 1);
        } catch (IOException failure) {
            throw new UncheckedIOException("an uploaded file could not be read", failure);
        }
    }
}
