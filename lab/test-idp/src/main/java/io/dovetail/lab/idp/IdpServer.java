package io.dovetail.lab.idp;

import com.sun.net.httpserver.HttpServer;
import io.dovetail.lab.idp.application.Applications;
import io.dovetail.lab.idp.application.ApplicationsResource;
import io.dovetail.lab.idp.application.HomePage;
import io.dovetail.lab.idp.http.Front;
import io.dovetail.lab.idp.http.Routes;
import io.dovetail.lab.idp.misbehaviour.MetadataResource;
import io.dovetail.lab.idp.misbehaviour.Switches;
import io.dovetail.lab.idp.misbehaviour.SwitchesPage;
import io.dovetail.lab.idp.people.People;
import io.dovetail.lab.idp.people.PeopleResource;
import io.dovetail.lab.idp.signin.SignInResource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The provider as a running HTTP server on 127.0.0.1; everything is in memory and gone when it closes. */
public final class IdpServer implements AutoCloseable {

    private static final int THREADS = 8;

    private final HttpServer http;
    private final ExecutorService threads;
    private final URI baseUrl;

    private IdpServer(HttpServer http, ExecutorService threads, URI baseUrl) {
        this.http = http;
        this.threads = threads;
        this.baseUrl = baseUrl;
    }

    /** Starts and answers when requests are served. */
    public static IdpServer start(IdpOptions options) {
        HttpServer http = bind(options.port());
        URI own = URI.create("http://127.0.0.1:" + http.getAddress().getPort());
        URI baseUrl = options.baseUrl() == null ? own : options.baseUrl();
        Applications applications = new Applications();
        People people = People.invented();
        Routes routes = new Routes();
        new HomePage(applications, people).addTo(routes);
        new PeopleResource(people).addTo(routes);
        new ApplicationsResource(applications, baseUrl.toString()).addTo(routes);
        Switches switches = new Switches();
        new SwitchesPage(applications, switches, baseUrl.toString()).addTo(routes);
        new MetadataResource(applications, switches, baseUrl.toString(), options.clock()).addTo(routes);
        new SignInResource(applications, people, switches, options.clock()).addTo(routes);
        http.createContext("/", new Front(routes));
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        http.setExecutor(threads);
        http.start();
        return new IdpServer(http, threads, baseUrl);
    }

    /** The address that metadata names. */
    public URI baseUrl() {
        return baseUrl;
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }

    private static HttpServer bind(int port) {
        try {
            InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
            return HttpServer.create(new InetSocketAddress(loopback, port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("Port " + port + " of 127.0.0.1 can't be had", e);
        }
    }
}
