package io.dovetail.journey;

import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Starts one stack for all test classes that ask for a {@link Stack}, and stops it after the last: over https for those
 * that are tagged so, which a run of its own holds. With {@code -Dstack.file=.run/stack.json} it takes the one that
 * runs, and leaves it running.
 */
final class SharedStack implements BeforeAllCallback, ParameterResolver {
    private static final ExtensionContext.Namespace SPACE = ExtensionContext.Namespace.create(SharedStack.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        shared(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Stack.class;
    }

    @Override
    public Stack resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return shared(context).stack();
    }

    private static Running shared(ExtensionContext context) {
        return Objects.requireNonNull(context.getRoot()
                .getStore(SPACE)
                .getOrComputeIfAbsent("stack", key -> running(context), Running.class));
    }

    private static Running running(ExtensionContext context) {
        var file = System.getProperty("stack.file");
        if (file != null) {
            return new Running(Stack.of(Path.of(file)), false);
        }
        return new Running(context.getTags().contains("https") ? Stack.startOverHttps() : Stack.start(), true);
    }

    private record Running(Stack stack, boolean ours)
            implements ExtensionContext.Store.CloseableResource, AutoCloseable {
        @Override
        public void close() {
            if (ours) {
                stack.close();
            }
        }
    }
}
