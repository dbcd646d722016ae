package io.dovetail.kit.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Names the field of a violation as the caller named it: {@code places[1].street}. */
final class InvalidField {
    private InvalidField() {}

    /** Whether we broke the rule ourselves, in what we answer. */
    static boolean isOfOurAnswer(ConstraintViolation<?> violation) {
        return nodes(violation).anyMatch(node -> node.getKind() == ElementKind.RETURN_VALUE);
    }

    /** The path below the method and its parameter; the parameter's name if nothing is below it. */
    static String of(ConstraintViolation<?> violation) {
        var parameter = "";
        var field = new StringBuilder();
        for (var node : nodes(violation).toList()) {
            switch (node.getKind()) {
                case PARAMETER -> parameter = String.valueOf(node.getName());
                case PROPERTY, BEAN, CONTAINER_ELEMENT -> append(field, node);
                default -> {
                    // our method's name says nothing to the caller
                }
            }
        }
        return field.isEmpty() ? parameter : field.toString();
    }

    /** A node carries the index of the container that it stands in. */
    private static void append(StringBuilder field, Path.Node node) {
        if (node.isInIterable()) {
            field.append('[')
                    .append(node.getIndex() == null ? node.getKey() : node.getIndex())
                    .append(']');
        }
        if (node.getKind() == ElementKind.PROPERTY) {
            field.append(field.isEmpty() ? "" : ".").append(node.getName());
        }
    }

    private static Stream<Path.Node> nodes(ConstraintViolation<?> violation) {
        return StreamSupport.stream(violation.getPropertyPath().spliterator(), false);
    }
}
