package io.dovetail.sso.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.jspecify.annotations.Nullable;

/** One fetch with its redirects, each checked like the first; another thread may call it off. */
final class Fetch implements Callable<byte[]> {
    private static final int MOST_REDIRECTS = 3;

    private final CloseableHttpClient client;
    private final boolean insecure;
    private final String address;
    private final int largest;

    private volatile boolean isOver;
    private volatile @Nullable HttpGet request;

    Fetch(CloseableHttpClient client, boolean insecure, String address, int largest) {
        this.client = client;
        this.insecure = insecure;
        this.address = address;
        this.largest = largest;
    }

    @Override
    public byte[] call() throws FetchRefused {
        var current = checked(address);
        for (var redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            var answer = exchange(current);
            if (answer.location().isEmpty()) {
                return answer.body();
            }
            current = checked(resolved(current, answer.location().get()));
        }
        throw new FetchRefused("The address redirects more than " + MOST_REDIRECTS + " times. Give the final address.");
    }

    /** Closes what is open, whatever it waits for. */
    void callOff() {
        isOver = true;
        var running = request;
        if (running != null) {
            running.cancel();
        }
    }

    private record Answer(Optional<String> location, byte[] body) {}

    private Answer exchange(URI uri) throws FetchRefused {
        var get = new HttpGet(uri);
        request = get;
        if (isOver) {
            get.cancel();
        }
        try {
            return client.execute(get, this::read);
        } catch (Bounds tooMuch) {
            throw new FetchRefused(String.valueOf(tooMuch.getMessage()));
        } catch (IOException unreachable) {
            throw new FetchRefused(
                    "The address could not be fetched. It must be reachable from the internet without a log-in, by"
                            + " https; or paste the metadata itself.");
        }
    }

    private Answer read(ClassicHttpResponse response) throws IOException {
        var location = response.getFirstHeader("Location");
        if (response.getCode() / 100 == 3 && location != null) {
            return new Answer(Optional.of(location.getValue()), new byte[0]);
        }
        if (response.getCode() != 200 || response.getEntity() == null) {
            throw new Bounds("The address answered " + response.getCode()
                    + " instead of a file. Try it in a private browser window; or paste the metadata itself.");
        }
        try (var content = response.getEntity().getContent();
                var body = new ByteArrayOutputStream()) {
            var part = new byte[8_192];
            for (var length = content.read(part); length >= 0; length = content.read(part)) {
                body.write(part, 0, length);
                if (body.size() > largest) {
                    // The rest would be read at the end of this block, however long it is
                    callOff();
                    throw new Bounds("The address answered more than " + largest + " bytes.");
                }
            }
            return new Answer(Optional.empty(), body.toByteArray());
        }
    }

    private static String resolved(URI base, String location) throws FetchRefused {
        try {
            return base.resolve(location).toString();
        } catch (IllegalArgumentException notAnAddress) {
            throw new FetchRefused("The address redirects to something that is no address. Give the final address.");
        }
    }

    private URI checked(String text) throws FetchRefused {
        try {
            var uri = URI.create(text);
            var scheme = "https".equals(uri.getScheme()) || (insecure && "http".equals(uri.getScheme()));
            var port = uri.getPort() == -1 || (uri.getPort() > 0 && uri.getPort() <= 65_535);
            if (scheme && port && uri.getHost() != null && uri.getUserInfo() == null) {
                return uri;
            }
        } catch (IllegalArgumentException notAnAddress) {
            throw new FetchRefused("This is not an address. It must look like https://idp.example.com/metadata.");
        }
        throw new FetchRefused("The address must begin with https:// and name a host.");
    }

    /** Not what we take. */
    private static final class Bounds extends IOException {
        private static final long serialVersionUID = 1L;

        Bounds(String message) {
            super(message);
        }
    }
}
