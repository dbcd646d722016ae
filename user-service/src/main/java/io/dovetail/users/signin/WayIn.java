package io.dovetail.users.signin;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How an address signs in. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WayIn(
        Method method,

        @Schema(description = "With `SSO`: a path of this origin") @Nullable
        String redirectTo) {

    /** At the company's provider, or here by password. */
    public enum Method {
        SSO,
        PASSWORD
    }

    static WayIn password() {
        return new WayIn(Method.PASSWORD, null);
    }

    static WayIn singleSignOn(UUID company) {
        return new WayIn(Method.SSO, "/auth/saml/" + company + "/login");
    }
}
