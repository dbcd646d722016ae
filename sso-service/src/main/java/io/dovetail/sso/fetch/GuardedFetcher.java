package io.dovetail.sso.fetch;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.Timeout;

/**
 * The only way out: fetches an address that an administrator gave, and nothing that such an address could lead to.
 *
 * <p>https only, public addresses only, three redirects at most and each checked like the first, five seconds for the
 * whole, no cookies, no proxies, no compression (security.md I1 to I4); and never more at once than a few.
 */
@ApplicationScoped
public class GuardedFetcher {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** A web server's headers are far below both; what is longer would be gathered in memory without end. */
    private static final Http1Config HEADS =
            Http1Config.custom().setMaxLineLength(8_192).setMaxHeaderCount(100).build();

    /** Fetches at once, of all companies: a body of 1 MiB each. Who comes beyond is told to come again. */
    static final int MOST_AT_ONCE = 32;

    /** Connections to one host, which may serve many companies. */
    private static final int MOST_OF_ONE_HOST = 8;

    private final boolean insecure;
    private final Duration patience;
    private final CloseableHttpClient client;
    private final ExecutorService workers =
            new ThreadPoolExecutor(0, MOST_AT_ONCE, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
                var thread = new Thread(work, "metadata-fetch");
                thread.setDaemon(true);
                return thread;
            });

    @Inject
    GuardedFetcher(SsoConfig config) throws NoSuchAlgorithmException {
        this(
                config.allowInsecureProviders(),
                new PublicAddresses(
                        config.allowPrivateAddresses() ? any -> true : PublicAddresses::isPublic,
                        InetAddress::getAllByName),
                PATIENCE,
                SSLContext.getDefault());
    }

    GuardedFetcher(boolean insecure, PublicAddresses addresses, Duration patience, SSLContext tls) {
        this.insecure = insecure;
        this.patience = patience;
        var timeout = Timeout.of(patience);
        this.client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(addresses)
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                .http1Config(HEADS)
                                .build())
                        .setMaxConnTotal(MOST_AT_ONCE)
                        .setMaxConnPerRoute(MOST_OF_ONE_HOST)
                        .setTlsSocketStrategy(new DefaultClientTlsStrategy(tls))
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(timeout)
                                .setSocketTimeout(timeout)
                                .build())
                        .build())
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(timeout).build())
                .disableRedirectHandling()
                .disableContentCompression()
                .disableCookieManagement()
                .disableAutomaticRetries()
                .disableAuthCaching()
                .build();
    }

    /**
     * The work is another thread's, since neither a name server's silence nor a byte a second ends by itself.
     *
     * @throws FetchRefused saying what is wrong with the address, and nothing of what stands behind it
     */
    public byte[] fetch(String address, int largest) throws FetchRefused {
        var fetch = new Fetch(client, insecure, address, largest);
        var work = submitted(fetch);
        try {
            return work.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException tooSlow) {
            throw new FetchRefused("The address took longer than " + patience.toSeconds()
                    + " seconds to answer. Try it in a private browser window; or paste the metadata itself.");
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof FetchRefused refused) {
                throw refused;
            }
            throw new IllegalStateException("metadata could not be fetched", failed);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new FetchRefused("The service is stopping. Save again in a moment.");
        } finally {
            fetch.callOff();
        }
    }

    private Future<byte[]> submitted(Fetch fetch) throws FetchRefused {
        try {
            return workers.submit(fetch);
        } catch (RejectedExecutionException tooMany) {
            throw new FetchRefused("Too many addresses are being read at this moment. Try again in a minute.");
        }
    }

    @PreDestroy
    void close() throws IOException {
        workers.shutdownNow();
        client.close();
    }
}
