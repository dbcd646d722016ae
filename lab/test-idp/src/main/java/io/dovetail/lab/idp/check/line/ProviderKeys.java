package io.dovetail.lab.idp.check.line;

import io.dovetail.lab.idp.IdpKeys;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The keys that the service provider was told to trust.
 *
 * @param ended a second key, whose certificate has ended (security.md B11), unless the run leaves it out
 */
public record ProviderKeys(IdpKeys current, Optional<IdpKeys> ended) {

    /** Guards nothing: whoever has the file has the keys of a test. */
    private static final char[] PASSWORD = "test-idp".toCharArray();

    private static final String CURRENT = "current";
    private static final String ENDED = "ended";

    /** Keys that nobody knows yet. */
    public static ProviderKeys fresh() {
        IdpKeys ended = IdpKeys.rsa2048()
                .withCertificateLife(Instant.parse("2020-01-01T00:00:00Z"), Instant.parse("2021-01-01T00:00:00Z"));
        return new ProviderKeys(IdpKeys.rsa2048(), Optional.of(ended));
    }

    /** Those of a PKCS#12 file, which is made when it is not there. */
    public static ProviderKeys kept(Path file) {
        if (!Files.exists(file)) {
            ProviderKeys fresh = fresh();
            fresh.keep(file);
            return fresh;
        }
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD);
            return new ProviderKeys(read(store, CURRENT), Optional.of(read(store, ENDED)));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException("The file of --keys can't be read: " + e.getMessage(), e);
        }
    }

    /** Without the second key, for service providers that would not import it. */
    public ProviderKeys withoutEnded() {
        return new ProviderKeys(current, Optional.empty());
    }

    /** What metadata lists. */
    public List<X509Certificate> certificates() {
        return ended.map(second -> List.of(current.certificate(), second.certificate()))
                .orElseGet(() -> List.of(current.certificate()));
    }

    private void keep(Path file) {
        try (OutputStream out = Files.newOutputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, PASSWORD);
            write(store, CURRENT, current);
            write(store, ENDED, ended.orElseThrow());
            store.store(out, PASSWORD);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The keys could not be kept", e);
        } catch (IOException e) {
            throw new UncheckedIOException("The file of --keys can't be written: " + e.getMessage(), e);
        }
    }

    private static IdpKeys read(KeyStore store, String alias) throws GeneralSecurityException {
        return IdpKeys.of((PrivateKey) store.getKey(alias, PASSWORD), (X509Certificate) store.getCertificate(alias));
    }

    private static void write(KeyStore store, String alias, IdpKeys keys) throws GeneralSecurityException {
        store.setKeyEntry(alias, keys.privateKey(), PASSWORD, new Certificate[] {keys.certificate()});
    }
}
