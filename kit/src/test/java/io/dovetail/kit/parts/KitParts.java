package io.dovetail.kit.parts;

import io.dovetail.kit.identity.Secrets;
import io.dovetail.kit.testing.EmbeddedParts;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The embedded parts, the database behind a {@link Gate} that tests with a field of that type can shut. */
public class KitParts implements QuarkusTestResourceLifecycleManager {

    /** A second operator key, as during a rotation. */
    public static final String NEXT_OPERATOR_KEY = "the-next-operator-key-of-the-tests";

    private static final String URL = "quarkus.datasource.jdbc.url";
    private final EmbeddedParts parts = new EmbeddedParts();
    private @Nullable Gate gate;

    @Override
    public Map<String, String> start() {
        var configuration = new HashMap<>(parts.start());
        var direct = configuration.getOrDefault(URL, "");
        var port = URI.create(direct.substring("jdbc:".length())).getPort();
        var opened = new Gate(port);
        gate = opened;
        configuration.put(URL, direct.replace(":" + port + "/", ":" + opened.port() + "/"));
        configuration.computeIfPresent(
                "dovetail.operator.key-hashes", (name, hash) -> hash + "," + Secrets.sha256(NEXT_OPERATOR_KEY));
        return configuration;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(gate, new TestInjector.MatchesType(Gate.class));
    }

    @Override
    public void stop() {
        if (gate != null) {
            gate.shut();
        }
        parts.stop();
    }
}
