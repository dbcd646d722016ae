package io.dovetail.kit.testing;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethod;
import io.dovetail.kit.identity.OperatorOnly;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import java.util.stream.Stream;

/** REST calls that whoever comes by may make: neither a token nor the operator's key is asked for. */
final class OpenCalls extends DescribedPredicate<JavaMethod> {
    OpenCalls() {
        super("answer whoever calls");
    }

    @Override
    public boolean test(JavaMethod method) {
        return method.isMetaAnnotatedWith(HttpMethod.class) && isOpen(method) && !isOperatorOnly(method);
    }

    private static boolean isOpen(JavaMethod method) {
        var hasARule = Stream.of(PermitAll.class, RolesAllowed.class, Authenticated.class)
                .anyMatch(method::isAnnotatedWith);
        return hasARule
                ? method.isAnnotatedWith(PermitAll.class)
                : !method.getOwner().isAnnotatedWith(RolesAllowed.class)
                        && !method.getOwner().isAnnotatedWith(Authenticated.class);
    }

    private static boolean isOperatorOnly(JavaMethod method) {
        return method.isAnnotatedWith(OperatorOnly.class) || method.getOwner().isAnnotatedWith(OperatorOnly.class);
    }
}
