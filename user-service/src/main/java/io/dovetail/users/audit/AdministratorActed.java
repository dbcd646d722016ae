package io.dovetail.users.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What this service reads of the event {@code dovetail.administrator-acted.v1}; who acted stands in its envelope. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AdministratorActed(
        UUID companyId, String act, @Nullable String about) {
    AdministratorActed {
        Objects.requireNonNull(companyId);
        Objects.requireNonNull(act);
    }
}
