package io.dovetail.lab.stack;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code .run/stack.json}: where everything is, for people and for tests; it exists while the stack is ready. */
record StackFile(
        StackOptions options,
        StackSecrets secrets,
        Map<String, PostgresPart.Database> databases,
        Ports ports,
        Map<String, JavaPart> parts,
        KafkaPart kafka,
        Map<String, String> demo) {

    /** Replaces the file in one step, however many ask for it at once. */
    synchronized void write() {
        try {
            Files.createDirectories(options.runFolder());
            var next = options.runFolder().resolve("stack.json.next");
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(next.toFile(), content());
            Files.move(
                    next,
                    options.runFolder().resolve("stack.json"),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException("stack.json could not be written", failure);
        }
    }

    static void delete(StackOptions options) {
        try {
            Files.deleteIfExists(options.runFolder().resolve("stack.json"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String summary(long seconds) {
        return """

                Dovetail is ready after %d s.

                  the app        %s
                  sign in as     %s / %s
                  provider       %s   (its metadata for the demo company: %s)
                  mails          http://127.0.0.1:%d/mails
                  logs           %s
                  everything     .run/stack.json
                """.formatted(
                        seconds,
                        options.publicUrl(),
                        demo.get("email"),
                        demo.get("password"),
                        testIdpUrl(),
                        demo.get("idpMetadataUrl"),
                        ports.of("mailbox"),
                        options.data().resolve("logs"));
    }

    private Map<String, Object> content() {
        var pids = new LinkedHashMap<String, Long>();
        pids.put("launcher", ProcessHandle.current().pid());
        pids.put("kafka", kafka.pid());
        parts.forEach((name, part) -> pids.put(name, part.pid()));
        var content = new LinkedHashMap<String, Object>();
        content.put("publicUrl", options.publicUrl());
        content.put("operatorKey", secrets.operatorKey());
        content.put("smtpPort", ports.of("smtp"));
        content.put("mailboxUrl", "http://127.0.0.1:" + ports.of("mailbox") + "/mails");
        content.put("kafka", kafka.bootstrapServers());
        content.put("jdbc", databases);
        content.put("testIdpUrl", testIdpUrl());
        content.put("controlUrl", "http://127.0.0.1:" + ports.of("control"));
        content.put("pids", pids);
        content.put("logs", options.data().resolve("logs").toString());
        content.put("demo", demo);
        return content;
    }

    private String testIdpUrl() {
        return "http://127.0.0.1:" + ports.of("test-idp");
    }
}
