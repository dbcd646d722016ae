package io.dovetail.kit.openapi;

import io.dovetail.kit.identity.OperatorOnly;
import io.dovetail.kit.limit.RateLimited;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;
import org.jboss.resteasy.reactive.ResponseStatus;

/** A resource's method: what its annotations and its return type say about its answers. */
record Call(MethodInfo method, IndexView index) {

    /** The method that carries this operationId. */
    static Optional<Call> find(IndexView index, String operationId) {
        return index.getAnnotations(Operation.class).stream()
                .filter(operation -> operationId.equals(
                        operation.valueWithDefault(index, "operationId").asString()))
                .map(operation -> new Call(operation.target().asMethod(), index))
                .findFirst();
    }

    /** Empty for a method that builds its response by hand. */
    Optional<String> successStatus() {
        if (method.returnType().name().toString().equals("jakarta.ws.rs.core.Response")) {
            return Optional.empty();
        }
        var chosen = method.annotation(ResponseStatus.class);
        if (chosen != null) {
            return Optional.of(String.valueOf(chosen.value().asInt()));
        }
        return Optional.of(method.returnType().kind() == Type.Kind.VOID ? "204" : "200");
    }

    boolean isOperatorOnly() {
        return isMarked(OperatorOnly.class);
    }

    boolean isRateLimited() {
        return isMarked(RateLimited.class);
    }

    boolean needsAccessToken() {
        return access().filter(rule -> !isOf(PermitAll.class, rule)).isPresent();
    }

    boolean needsRole() {
        return access().filter(rule -> isOf(RolesAllowed.class, rule)).isPresent();
    }

    /** Status to slugs. */
    Map<String, List<String>> refusals() {
        var refusals = new TreeMap<String, List<String>>();
        method.annotationsWithRepeatable(DotName.createSimple(Refuses.class), index)
                .forEach(refuses -> refusals.put(
                        String.valueOf(refuses.value("status").asInt()),
                        List.of(refuses.value("with").asStringArray())));
        return refusals;
    }

    /** The method's own rule, else that of its class. */
    private Optional<AnnotationInstance> access() {
        var kinds = List.of(PermitAll.class, RolesAllowed.class, Authenticated.class);
        return Stream.concat(
                        kinds.stream().map(method::declaredAnnotation),
                        kinds.stream().map(method.declaringClass()::declaredAnnotation))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private boolean isMarked(Class<? extends Annotation> mark) {
        return method.hasAnnotation(mark) || method.declaringClass().hasDeclaredAnnotation(mark);
    }

    private static boolean isOf(Class<?> kind, AnnotationInstance annotation) {
        return annotation.name().equals(DotName.createSimple(kind));
    }
}
