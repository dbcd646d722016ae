package io.dovetail.sso.fetch;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.util.Timeout;

/**
 * The only way out: fetches an address that an administrator gave, and nothing that such an address could lead to.
 *
 * <p>https only, public addresses only, three redirects at most and each checked like the first, five seconds for the
 * whole, no cookies, no proxies, no compression (security.md I1 to I4).
 */
@ApplicationScoped
public class GuardedFetcher {
    private static final int MOST_REDIRECTS = 3;
    private static final long LONGEST_NANOS = 5_000_000_000L;
    private static final Timeout PATIENCE = Timeout.ofSeconds(5);

    private final boolean insecure;
    private final CloseableHttpClient client;

    @Inject
    GuardedFetcher(SsoConfig config) {
        this(config.allowInsecureProviders(), config.allowPrivateAddresses());
    }

    GuardedFetcher(boolean insecure, boolean privateAddresses) {
        this.insecure = insecure;
        this.client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new PublicAddresses(privateAddresses))
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(PATIENCE)
                                .setSocketTimeout(PATIENCE)
                                .build())
                        .build())
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(PATIENCE).build())
                .disableRedirectHandling()
                .disableContentCompression()
                .disableCookieManagement()
                .disableAutomaticRetries()
                .disableAuthCaching()
                .build();
    }

    /** @throws FetchRefused saying what is wrong with the address, and nothing of what stands behind it */
    public byte[] fetch(String address, int largest) throws FetchRefused {
        var end = System.nanoTime() + LONGEST_NANOS;
        var current = checked(address);
        for (var redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            var answer = exchange(current, largest, end);
            if (answer.location().isEmpty()) {
                return answer.body();
            }
            current = checked(current.resolve(answer.location().get()).toString());
        }
        throw new FetchRefused("The address redirects more than " + MOST_REDIRECTS + " times. Give the final address.");
    }

    private record Answer(Optional<String> location, byte[] body) {}

    private Answer exchange(URI address, int largest, long end) throws FetchRefused {
        try {
            return client.execute(new HttpGet(address), response -> read(response, largest, end));
        } catch (Bounds tooMuch) {
            throw new FetchRefused(String.valueOf(tooMuch.getMessage()));
        } catch (IOException unreachable) {
            throw new FetchRefused(
                    "The address could not be fetched. It must be reachable from the internet without a log-in, by"
                            + " https; or paste the metadata itself.");
        }
    }

    private static Answer read(ClassicHttpResponse response, int largest, long end) throws IOException {
        var location = response.getFirstHeader("Location");
        if (response.getCode() / 100 == 3 && location != null) {
            return new Answer(Optional.of(location.getValue()), new byte[0]);
        }
        if (response.getCode() != 200 || response.getEntity() == null) {
            throw new Bounds("The address answered " + response.getCode()
                    + " instead of a file. Try it in a private browser window; or paste the metadata itself.");
        }
        try (var content = response.getEntity().getContent();
                var body = new java.io.ByteArrayOutputStream()) {
            var part = new byte[8_192];
            for (var length = content.read(part); length >= 0; length = content.read(part)) {
                body.write(part, 0, length);
                if (body.size() > largest || System.nanoTime() > end) {
                    throw new Bounds("The address answered more than " + largest + " bytes, or took too long.");
                }
            }
            return new Answer(Optional.empty(), body.toByteArray());
        }
    }

    private URI checked(String address) throws FetchRefused {
        try {
            var uri = URI.create(address);
            var scheme = "https".equals(uri.getScheme()) || (insecure && "http".equals(uri.getScheme()));
            if (scheme && uri.getHost() != null && uri.getUserInfo() == null) {
                return uri;
            }
        } catch (IllegalArgumentException notAnAddress) {
            throw new FetchRefused("This is not an address. It must look like https://idp.example.com/metadata.");
        }
        throw new FetchRefused("The address must begin with https:// and name a host.");
    }

    /** More than we take. */
    private static final class Bounds extends IOException {
        private static final long serialVersionUID = 1L;

        Bounds(String message) {
            super(message);
        }
    }

    @PreDestroy
    void close() throws IOException {
        client.close();
    }
}
