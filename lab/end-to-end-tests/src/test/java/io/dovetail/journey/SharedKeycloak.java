package io.dovetail.journey;

import java.util.Objects;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Starts one Keycloak, half a minute long, for all tests that ask for a {@link Keycloak}, and ends it after the last.
 */
final class SharedKeycloak implements ParameterResolver {
    private static final ExtensionContext.Namespace SPACE = ExtensionContext.Namespace.create(SharedKeycloak.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Keycloak.class;
    }

    @Override
    public Keycloak resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var running = context.getRoot()
                .getStore(SPACE)
                .getOrComputeIfAbsent("keycloak", key -> new Running(Keycloak.start()), Running.class);
        return Objects.requireNonNull(running).keycloak();
    }

    private record Running(Keycloak keycloak) implements ExtensionContext.Store.CloseableResource, AutoCloseable {
        @Override
        public void close() {
            keycloak.close();
        }
    }
}
