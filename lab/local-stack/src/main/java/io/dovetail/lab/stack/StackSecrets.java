package io.dovetail.lab.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.lang.JoseException;

/** The secrets of one installation, made at the first start and kept with its data, as an operator would mount them. */
final class StackSecrets {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final List<String> PAIRS = List.of(
            "sso-service.sso-service",
            "sso-service.user-service",
            "sso-service.binding-service",
            "binding-service.user-service",
            "binding-service.sso-service",
            "binding-service.notification-service",
            "user-service.notification-service");

    private final Path folder;

    StackSecrets(Path folder) {
        this.folder = folder;
        try {
            if (!Files.exists(folder.resolve("operator-key"))) {
                create();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("the secrets could not be written", failure);
        } catch (JoseException failure) {
            throw new IllegalStateException("no signing key", failure);
        }
    }

    private void create() throws IOException, JoseException {
        Files.createDirectories(folder);
        var key = RsaJwkGenerator.generateJwk(2048);
        key.setKeyId(random(8));
        key.setAlgorithm("RS256");
        key.setUse("sig");
        write("signing-key.json", key.toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE));
        write("jwks.json", new JsonWebKeySet(key).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY));
        write("cookie-key", random(32));
        var keys = PAIRS.stream().map(pair -> line(pair, random(32))).toList();
        for (var service : LocalStack.SERVICES) {
            write(
                    service + "-tickets.properties",
                    keys.stream().filter(line -> line.contains(service)).collect(Collectors.joining("\n", "", "\n")));
        }
        write("operator-key", random(24));
    }

    private static String line(String pair, String key) {
        return "dovetail.tickets.keys.\"" + pair + "\".current=" + key;
    }

    Path signingKey() {
        return folder.resolve("signing-key.json");
    }

    Path keySet() {
        return folder.resolve("jwks.json");
    }

    Path ticketKeys(String service) {
        return folder.resolve(service + "-tickets.properties");
    }

    String cookieKey() {
        return read("cookie-key");
    }

    String operatorKey() {
        return read("operator-key");
    }

    String operatorKeyHash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(operatorKey().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }

    private String read(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String random(int bytes) {
        var random = new byte[bytes];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
