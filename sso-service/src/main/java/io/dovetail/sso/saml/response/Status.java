package io.dovetail.sso.saml.response;

import java.util.Optional;
import org.opensaml.saml.saml2.core.StatusCode;

/** The provider's own word on whether it signed the person in (SAML Core 3.2.2.2). */
final class Status {
    private Status() {}

    static void requireSuccess(Part response) {
        var code = response.protocolChild("Status").flatMap(Status::code);
        if (!code.flatMap(Status::value).equals(Optional.of(StatusCode.SUCCESS))) {
            throw Reason.STATUS_NOT_SUCCESS.refuse(
                    StatusCode.SUCCESS, code.map(Status::describe).orElse("no status"));
        }
    }

    private static String describe(Part code) {
        return value(code).orElse("none")
                + code(code).flatMap(Status::value).map(inner -> " / " + inner).orElse("");
    }

    private static Optional<Part> code(Part parent) {
        return parent.protocolChild("StatusCode");
    }

    private static Optional<String> value(Part code) {
        return code.attribute("Value");
    }
}
