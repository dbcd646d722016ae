package io.dovetail.console.signin;

import io.dovetail.console.session.RememberedCompany;
import io.dovetail.console.web.Html;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Says that the provider knows a person whom no account is linked to, and offers the ways on. */
@ApplicationScoped
class NotLinkedPage {
    private final Html html;
    private final RememberedCompany company;

    NotLinkedPage(Html html, RememberedCompany company) {
        this.html = html;
        this.company = company;
    }

    @CheckedTemplate(basePath = "")
    static class Templates {
        private Templates() {}

        static native TemplateInstance notLinked(String otherAccount, String message, String email);
    }

    /** @param told the company as a service named it; empty when none did */
    Response show(int status, HttpHeaders headers, String told) {
        return html.page(status, Templates.notLinked(otherAccount(headers, told), "", ""));
    }

    /** The address stays in the form, for another try. */
    Response showAgain(int status, HttpHeaders headers, String message, String email) {
        return html.page(status, Templates.notLinked(otherAccount(headers, ""), message, email));
    }

    private String otherAccount(HttpHeaders headers, String told) {
        return company.findOtherAccount(headers, told).orElse("");
    }
}
