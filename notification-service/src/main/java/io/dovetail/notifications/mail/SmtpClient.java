package io.dovetail.notifications.mail;

import io.quarkus.mailer.runtime.MailerRuntimeConfig;
import io.quarkus.mailer.runtime.Mailers;
import io.quarkus.mailer.runtime.MailersRuntimeConfig;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.quarkus.tls.runtime.config.TlsConfigUtils;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.MailResult;
import io.vertx.ext.mail.StartTLSOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Pooled connections to the SMTP server of {@code quarkus.mailer}: its host, port, login, TLS, pool and timeout.
 *
 * <p>The extension's own mailer stops waiting after {@code quarkus.mailer.timeout}, but leaves a connection on which
 * the server went silent in the pool as busy; ten of them, and nothing is sent any more, even when the server is well
 * again. Its Vert.x client can close silent connections, which the extension has no key for, hence our own instance of
 * it.
 *
 * <p>That client can leave a sender waiting: always when a connection ends before the server's greeting, and when a
 * pooled one ends on its own event loop at the moment in which it is handed out on another. Our own limit ends the
 * former; all sending on one loop rules out the latter.
 */
@ApplicationScoped
class SmtpClient {
    private static final int SMTP = 25;
    private static final int SMTP_OVER_TLS = 465;

    private final MailClient client;
    private final Context loop;
    private final long longestMillis;

    SmtpClient(Vertx vertx, MailersRuntimeConfig mailers, TlsConfigurationRegistry tls) {
        var config = Objects.requireNonNull(mailers.mailers().get(Mailers.DEFAULT_MAILER_NAME));
        this.client = MailClient.create(vertx, options(config, tls));
        this.loop = vertx.getOrCreateContext();
        this.longestMillis = config.timeout().multipliedBy(2).toMillis();
    }

    /**
     * Waits for the server's answer: for its silence as long as the timeout says, altogether at most twice as long.
     *
     * @throws ExecutionException whose cause tells what the server answered, or why it did not
     */
    void send(MailMessage mail) throws ExecutionException, TimeoutException, InterruptedException {
        var answer = new CompletableFuture<MailResult>();
        loop.runOnContext(
                now -> client.sendMail(mail).onSuccess(answer::complete).onFailure(answer::completeExceptionally));
        answer.get(longestMillis, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void close() {
        client.close();
    }

    private static MailConfig options(MailerRuntimeConfig config, TlsConfigurationRegistry tls) {
        var ssl = config.tls().orElse(config.ssl());
        var silence = Math.toIntExact(config.timeout().toMillis());
        var options = new MailConfig()
                .setHostname(config.host())
                .setPort(config.port().orElse(ssl ? SMTP_OVER_TLS : SMTP))
                .setSsl(ssl)
                .setStarttls(StartTLSOptions.valueOf(upper(config.startTLS())))
                .setLogin(LoginOption.valueOf(upper(config.login())))
                .setMaxPoolSize(config.maxPoolSize())
                .setKeepAlive(config.keepAlive())
                .setPipelining(config.pipelining());
        options.setIdleTimeout(silence).setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
        options.setConnectTimeout(silence);
        config.username().ifPresent(options::setUsername);
        config.password().ifPresent(options::setPassword);
        config.authMethods().ifPresent(options::setAuthMethods);
        config.ownHostName().ifPresent(options::setOwnHostname);
        config.maxMailsPerConnection().ifPresent(options::setMaxMailsPerConnection);
        trust(options, config, tls);
        return options;
    }

    private static void trust(MailConfig options, MailerRuntimeConfig config, TlsConfigurationRegistry tls) {
        var trustAll = config.trustAll().orElse(false);
        options.setTrustAll(trustAll);
        options.setHostnameVerificationAlgorithm(trustAll ? "" : "HTTPS");
        config.tlsConfigurationName()
                .map(name -> tls.get(name).orElseThrow(() -> new IllegalStateException("no TLS configuration " + name)))
                .ifPresent(bucket -> TlsConfigUtils.configure(options, bucket));
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }
}
