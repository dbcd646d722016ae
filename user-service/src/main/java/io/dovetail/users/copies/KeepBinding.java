package io.dovetail.users.copies;

import io.dovetail.kit.copies.Copies;
import io.dovetail.kit.copies.Forgotten;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;

/** Keeps the newest known state of a binding, whether an event or a ticket brought it; of erased users none. */
@ApplicationScoped
public class KeepBinding {
    private final Copies copies;
    private final Forgotten forgotten;

    KeepBinding(Copies copies, Forgotten forgotten) {
        this.copies = copies;
        this.forgotten = forgotten;
    }

    @Transactional
    public void handle(KnownBinding binding) {
        if (forgotten.includes(binding.companyId(), binding.userId())) {
            return;
        }
        copies.keepNewest(
                "binding_copy",
                Map.of("binding_id", binding.bindingId()),
                binding.revision(),
                Map.of(
                        "company_id", binding.companyId(),
                        "user_id", binding.userId(),
                        "source", binding.source(),
                        "saml_id", binding.samlId(),
                        "state", binding.state()));
    }
}
