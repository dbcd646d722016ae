package io.dovetail.lab.idp.check;

import io.dovetail.lab.idp.IdpKeys;
import io.dovetail.lab.idp.check.line.Inconclusive;
import io.dovetail.lab.idp.check.line.ProviderKeys;
import io.dovetail.lab.idp.check.line.SecondConnection;
import io.dovetail.lab.idp.check.line.ServiceProvider;
import io.dovetail.lab.idp.check.line.Setting;
import io.dovetail.lab.idp.check.line.WhoSignedIn;
import io.dovetail.lab.idp.check.report.ReportFiles;
import io.dovetail.lab.idp.metadata.PlainMetadata;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;

/** {@code java -jar test-idp.jar check …}: serves the provider to set up, or runs the check and writes its reports. */
public final class CheckCommand {

    private static final int COULD_NOT_RUN = 2;

    private final PrintStream out;
    private final PrintStream err;

    public CheckCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** The exit code: 0 all as expected, 1 a line failed, 2 the check could not run. */
    public int run(String... arguments) {
        CheckOptions options;
        try {
            options = CheckOptions.parse(arguments);
            if (options.has("metadata-out")) {
                return writeMetadata(options);
            }
            return options.has("serve") ? serve(options) : check(options);
        } catch (IllegalArgumentException e) {
            err.println("test-idp check: " + e.getMessage());
            err.println(CheckOptions.USAGE);
            return COULD_NOT_RUN;
        } catch (UncheckedIOException e) {
            err.println("test-idp check: " + e.getMessage());
            return COULD_NOT_RUN;
        }
    }

    private int writeMetadata(CheckOptions options) {
        Path file = Path.of(options.require("metadata-out"));
        try {
            Files.writeString(
                    file, new PlainMetadata(entityId(options), keys(options).certificates(), ssoUrl(options)).write());
        } catch (IOException e) {
            throw new UncheckedIOException("The metadata could not be written: " + e.getMessage(), e);
        }
        out.println("The provider's metadata is in " + file);
        return 0;
    }

    private int serve(CheckOptions options) {
        ProviderServer server =
                ProviderServer.start(options.port(), entityId(options), keys(options), options.names(), options.sign());
        out.println("The provider to set up is " + entityId(options) + ", its metadata at " + server.metadataUrl());
        return awaitTheEnd(server);
    }

    /** Until Ctrl-C ends the process. */
    private static int awaitTheEnd(ProviderServer server) {
        try (server) {
            Thread.currentThread().join();
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private int check(CheckOptions options) {
        Setting setting = setting(options);
        Report report;
        try {
            report = new Check(setting).run(product(options, setting), options.only(), this::tell);
        } catch (Inconclusive e) {
            err.println("test-idp check: " + e.getMessage());
            err.println(
                    "Nothing can be proved before an honest sign-in is accepted. Has the service provider imported"
                            + " this provider's metadata (--serve, --metadata-out, the same --keys and --idp-entity-id)?"
                            + " Does --start begin a sign-in, and does --accepted find the address or page of one that worked?");
            return COULD_NOT_RUN;
        }
        ReportFiles.write(report, options.report(".html"), options.report(".xml"));
        out.println(report.summary());
        out.println("Reports: " + options.report(".html") + ", " + options.report(".xml"));
        return report.exitCode();
    }

    private void tell(Result result) {
        out.printf("%-14s %s%n", result.verdict().words(), result.line().name());
        if (result.verdict() == Verdict.FAILED) {
            out.println("               " + result.happened());
        }
    }

    private static Setting setting(CheckOptions options) {
        Setting setting = firstConnection(options);
        Setting both = options.has("second-sp-metadata") ? setting.withSecond(secondConnection(options)) : setting;
        return options.metadataImport()
                .map(call -> both.withImport(call, ssoUrl(options)))
                .orElse(both);
    }

    private static String ssoUrl(CheckOptions options) {
        return "http://127.0.0.1:" + options.port() + "/sso";
    }

    private static SecondConnection secondConnection(CheckOptions options) {
        Optional<IdpKeys> keys = options.has("second-keys")
                ? Optional.of(ProviderKeys.kept(Path.of(options.require("second-keys")))
                        .current())
                : Optional.empty();
        return new SecondConnection(
                ServiceProvider.read(spMetadata(options.require("second-sp-metadata"))),
                options.address("second-start"),
                keys);
    }

    private static ServiceProvider serviceProvider(CheckOptions options) {
        ServiceProvider read = ServiceProvider.read(spMetadata(options.require("sp-metadata")));
        return options.has("encrypt-to")
                ? read.encryptingTo(certificate(Path.of(options.require("encrypt-to"))))
                : read;
    }

    private static X509Certificate certificate(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        } catch (IOException | CertificateException e) {
            throw new IllegalArgumentException("The file of --encrypt-to can't be read: " + e.getMessage(), e);
        }
    }

    private static Setting firstConnection(CheckOptions options) {
        return new Setting(
                serviceProvider(options),
                entityId(options),
                keys(options),
                options.start(),
                options.accepted(),
                options.pattern("refused"),
                options.pattern("who").map(WhoSignedIn::by).orElseGet(WhoSignedIn::unseen),
                options.names(),
                options.sign(),
                options.part("requires"),
                options.skew(),
                options.patience());
    }

    private static Report.Product product(CheckOptions options, Setting setting) {
        String name = options.text("product", setting.serviceProvider().entityId());
        return new Report.Product(name, options.text("settings", ""));
    }

    private static String entityId(CheckOptions options) {
        return options.text("idp-entity-id", "urn:test-idp:check");
    }

    private static ProviderKeys keys(CheckOptions options) {
        ProviderKeys keys = ProviderKeys.kept(Path.of(options.text("keys", "test-idp-check.p12")));
        return options.has("one-key") ? keys.withoutEnded() : keys;
    }

    private static byte[] spMetadata(String place) {
        try {
            if (!place.startsWith("http://") && !place.startsWith("https://")) {
                return Files.readAllBytes(Path.of(place));
            }
            HttpRequest request = HttpRequest.newBuilder(URI.create(place))
                    .timeout(Duration.ofSeconds(20))
                    .build();
            HttpResponse<byte[]> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IllegalArgumentException("The SP metadata is not there: status " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException("The SP metadata can't be read: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
