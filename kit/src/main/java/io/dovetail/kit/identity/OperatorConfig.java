package io.dovetail.kit.identity;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** Who counts as the operator. */
@ConfigMapping(prefix = "dovetail.operator")
public interface OperatorConfig {

    /**
     * SHA-256 (lower-case hexadecimal) of the keys that are valid, two during a rotation; none by default, and then no
     * operator call is answered.
     */
    Optional<List<String>> keyHashes();
}
