package io.dovetail.kit.problem;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.Map;

/** Where less of a body is read than {@code quarkus.http.limits.max-body-size} allows. */
@ConfigMapping(prefix = "dovetail.body-limits")
public interface BodyLimits {

    /** The beginning of a path, to the most bytes of a body there; default: none. */
    @WithParentName
    Map<String, MemorySize> byPath();

    /** @param most bytes that are read anywhere */
    default long of(String path, long most) {
        return byPath().entrySet().stream()
                .filter(limit -> path.startsWith(limit.getKey()))
                .mapToLong(limit -> limit.getValue().asLongValue())
                .reduce(most, Math::min);
    }
}
