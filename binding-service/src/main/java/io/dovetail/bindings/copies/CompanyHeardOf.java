package io.dovetail.bindings.copies;

import java.util.UUID;

/** Said inside this process, in the same transaction, when a company's copy became newer. */
public record CompanyHeardOf(UUID companyId, KnownCompany before, KnownCompany now) {

    /** Whether it was suspended until now. */
    public boolean isResumed() {
        return before.suspended() && !now.suspended();
    }
}
