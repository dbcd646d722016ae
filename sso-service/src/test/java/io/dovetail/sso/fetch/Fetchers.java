package io.dovetail.sso.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import javax.net.ssl.SSLContext;

/** Fetchers and sites as several tests need them. */
final class Fetchers {
    static final String INSIDE = "127.0.0.2";
    static final int LARGEST = 1_000;

    private Fetchers() {}

    /** As in production, but for plain http and for one address, on which the test's own site stands. */
    static GuardedFetcher strict(boolean insecure) {
        return strict(insecure, defaultTls());
    }

    static GuardedFetcher strict(boolean insecure, SSLContext tls) {
        return new GuardedFetcher(
                insecure,
                new PublicAddresses(
                        address -> address.getHostAddress().equals("127.0.0.1") || PublicAddresses.isPublic(address),
                        host -> InetAddress.getAllByName(host.equals("localhost") ? "127.0.0.1" : host)),
                Duration.ofSeconds(5),
                tls);
    }

    static SSLContext defaultTls() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Site secure(Site.Answer answer) throws IOException {
        return Site.on("127.0.0.1", SelfSigned.tls().getServerSocketFactory(), answer);
    }

    static String fetched(GuardedFetcher fetcher, String address) {
        try {
            return new String(fetcher.fetch(address, LARGEST), StandardCharsets.UTF_8);
        } catch (FetchRefused refused) {
            throw new AssertionError(refused);
        }
    }
}
