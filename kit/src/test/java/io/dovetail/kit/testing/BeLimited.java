package io.dovetail.kit.testing;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.dovetail.kit.limit.RateLimited;
import java.util.Set;

/** Marked as limited, by itself or by its class, unless it is named as one that costs nothing. */
final class BeLimited extends ArchCondition<JavaMethod> {
    private final Set<String> unlimited;

    /** @param unlimited as {@code Class.method} */
    BeLimited(Set<String> unlimited) {
        super("be limited");
        this.unlimited = unlimited;
    }

    @Override
    public void check(JavaMethod method, ConditionEvents events) {
        var name = method.getOwner().getSimpleName() + "." + method.getName();
        var limited =
                method.isAnnotatedWith(RateLimited.class) || method.getOwner().isAnnotatedWith(RateLimited.class);
        events.add(new SimpleConditionEvent(method, limited || unlimited.contains(name), name + " is not limited"));
    }
}
