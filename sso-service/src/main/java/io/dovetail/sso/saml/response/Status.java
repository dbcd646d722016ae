package io.dovetail.sso.saml.response;

import org.jspecify.annotations.Nullable;
import org.opensaml.saml.saml2.core.Response;
import org.opensaml.saml.saml2.core.StatusCode;

/** The provider's own word on whether it signed the person in (SAML Core 3.2.2.2). */
final class Status {
    private Status() {}

    static void requireSuccess(Response response) {
        var code = response.getStatus() == null ? null : response.getStatus().getStatusCode();
        if (code == null || !StatusCode.SUCCESS.equals(code.getValue())) {
            throw Reason.STATUS_NOT_SUCCESS.refuse(StatusCode.SUCCESS, describe(code));
        }
    }

    private static String describe(@Nullable StatusCode code) {
        if (code == null) {
            return "no status";
        }
        var inner = code.getStatusCode();
        return code.getValue() + (inner == null ? "" : " / " + inner.getValue());
    }
}
