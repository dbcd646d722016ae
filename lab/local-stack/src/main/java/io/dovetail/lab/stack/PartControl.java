package io.dovetail.lab.stack;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;

/**
 * Kills and starts parts on request, for tests from outside: {@code POST /parts/PART/kill} and {@code …/start}.
 *
 * <p>One part does not wait for another: a kill finds the others as they are, even while one of them starts.
 *
 * <p>The parts are those of {@code stack.json}'s {@code pids}, and {@code mail}, the mail server.
 */
record PartControl(Map<String, JavaPart> parts, KafkaPart kafka, MailCatcher mail, StackFile file) {
    private static final Set<String> OTHERS = Set.of("kafka", "mail");
    private static final Pattern PATH = Pattern.compile("/parts/([a-z-]+)/(kill|start)");

    void serve(Vertx vertx, int port) {
        vertx.createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(port))
                .requestHandler(request -> vertx.<Integer>executeBlocking(handling(request), false)
                        .onComplete(status -> request.response()
                                .setStatusCode(status.succeeded() ? status.result() : 500)
                                .end()))
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private Callable<Integer> handling(HttpServerRequest request) {
        var path = PATH.matcher(request.path());
        var known = path.matches()
                && request.method() == HttpMethod.POST
                && (parts.containsKey(path.group(1)) || OTHERS.contains(path.group(1)));
        if (!known) {
            return () -> 404;
        }
        var part = path.group(1);
        var start = "start".equals(path.group(2));
        return () -> {
            act(part, start);
            file.write();
            return 200;
        };
    }

    private void act(String name, boolean start) {
        switch (name) {
            case "kafka" -> either(start, kafka::start, kafka::kill);
            case "mail" -> either(start, mail::startAgain, mail::stop);
            default -> {
                var part = Objects.requireNonNull(parts.get(name));
                either(start, part::startAgain, part::kill);
            }
        }
    }

    private static void either(boolean start, Runnable starting, Runnable killing) {
        if (start) {
            starting.run();
        } else {
            killing.run();
        }
    }
}
