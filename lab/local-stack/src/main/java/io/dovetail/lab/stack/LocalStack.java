package io.dovetail.lab.stack;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/** Starts the whole product on this machine, says where it is, and ends it again; {@code ./run} calls it. */
public final class LocalStack {
    static final List<String> SERVICES =
            List.of("sso-service", "binding-service", "user-service", "notification-service");
    private static final String CONSOLE = "console";
    private static final String TEST_IDP = "test-idp";

    private final StackOptions options;
    private final StackSecrets secrets;
    private final Vertx vertx = Vertx.vertx();
    private final Ports ports = new Ports();
    private final Map<String, JavaPart> parts = new LinkedHashMap<>();
    private final Map<String, PostgresPart.Database> databases = new LinkedHashMap<>();
    private final List<Runnable> endings = new ArrayList<>();

    private LocalStack(StackOptions options) {
        this.options = options;
        this.secrets = new StackSecrets(options.data().resolve("secrets"));
    }

    public static void main(String[] arguments) throws Exception {
        StackOptions options;
        try {
            options = StackOptions.parse(arguments);
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(2);
            return;
        }
        var stack = new LocalStack(options);
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stack.stop();
            stopped.countDown();
        }));
        try {
            stack.start();
        } catch (RuntimeException failure) {
            System.err.println("the stack did not start: " + failure.getMessage());
            System.exit(1);
        }
        stopped.await();
    }

    private void start() throws IOException {
        Files.createDirectories(logs());
        var begun = System.nanoTime();
        var broker = KafkaPart.begin(options.data().resolve("kafka/data"), logs());
        endings.add(broker::close);
        var postgres = PostgresPart.start(options.data().resolve("postgres"));
        endings.add(postgres::close);
        SERVICES.forEach(service -> databases.put(service, postgres.createDatabase(service.replace('-', '_'))));
        var mails = new MailCatcher(ports.of("smtp"));
        endings.add(mails::stop);
        mails.serve(vertx, ports.of("mailbox"));

        var environments = new Environments(options, secrets, databases, ports, broker.bootstrapServers());
        parts.put(TEST_IDP, testIdp());
        SERVICES.forEach(service -> parts.put(service, quarkus(service, environments.ofService(service))));
        parts.put(CONSOLE, quarkus(CONSOLE, environments.ofConsole()));
        var proxy = new Proxy(vertx, ports);
        proxy.listenInside(ports.of("internal"));
        proxy.listen(
                options.port(), options.https() ? Optional.of(SelfSignedCertificate.forLocalhost()) : Optional.empty());
        broker.awaitReady();
        parts.values().forEach(JavaPart::awaitReady);

        var demo = new DemoCompany(internalUrl(), mailboxUrl(), testIdpUrl(), secrets.operatorKey(), options).seed();
        var file = new StackFile(options, secrets, databases, ports, parts, broker, demo);
        new PartControl(parts, broker, mails, file).serve(vertx, ports.of("control"));
        file.write();
        System.out.println(file.summary((System.nanoTime() - begun) / 1_000_000_000));
    }

    private JavaPart testIdp() {
        var port = String.valueOf(ports.of(TEST_IDP));
        return new JavaPart(
                TEST_IDP,
                options.root().resolve("lab/test-idp/target/test-idp.jar"),
                List.of("--port", port),
                Map.of(),
                URI.create(testIdpUrl() + "/"),
                logs().resolve(TEST_IDP + ".log"));
    }

    private JavaPart quarkus(String name, Map<String, String> environment) {
        return new JavaPart(
                name,
                options.root().resolve(name + "/target/quarkus-app/quarkus-run.jar"),
                List.of(),
                environment,
                URI.create("http://127.0.0.1:" + ports.of(name) + "/q/health/ready"),
                logs().resolve(name + ".log"));
    }

    private void stop() {
        parts.values().stream()
                .map(part -> CompletableFuture.runAsync(part::stop))
                .toList()
                .forEach(CompletableFuture::join);
        endings.forEach(Runnable::run);
        StackFile.delete(options);
    }

    private Path logs() {
        return options.data().resolve("logs");
    }

    private String internalUrl() {
        return "http://localhost:" + ports.of("internal");
    }

    private String mailboxUrl() {
        return "http://127.0.0.1:" + ports.of("mailbox") + "/mails";
    }

    private String testIdpUrl() {
        return "http://127.0.0.1:" + ports.of(TEST_IDP);
    }
}
