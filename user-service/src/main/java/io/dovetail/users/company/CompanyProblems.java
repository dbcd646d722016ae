package io.dovetail.users.company;

import io.dovetail.kit.problem.CommonProblems;
import io.dovetail.kit.problem.Problem;
import java.util.List;
import java.util.Map;

/** What calls about companies can be refused for. */
public final class CompanyProblems {
    private CompanyProblems() {}

    static Problem domainTaken(List<String> domains) {
        var problem = Problem.of(
                "domain-taken",
                409,
                "A domain belongs to another company",
                "Leave the listed domains out or take them from the other company first; nothing was changed.");
        return problem.with("domains", domains);
    }

    public static Problem unknown() {
        return Problem.of(
                "company-unknown",
                404,
                "There is no such company",
                "Take the companyId from the answer that registered it or from GET /api/companies.");
    }

    public static Problem suspended() {
        return Problem.of(
                "company-suspended",
                403,
                "Your company is suspended",
                "Nothing was changed. Ask the operator of this application why, and what is to be done.");
    }

    static Problem cursorUnknown() {
        var error =
                Map.of("field", "cursor", "detail", "must be the value of \"next\" of the page before, or left out");
        return CommonProblems.invalidInput().with("errors", List.of(error));
    }
}
