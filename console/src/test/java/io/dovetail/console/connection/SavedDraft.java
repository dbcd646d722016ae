package io.dovetail.console.connection;

import io.dovetail.console.testing.Browser;
import io.dovetail.console.testing.Services;
import io.restassured.response.Response;
import java.util.Map;

/** What the services answer about a company that has saved a draft and not enabled it. */
final class SavedDraft {
    static final String HERE = "/settings/single-sign-on";
    static final String COMPANY = "/api/sso/c0ffee00-0000-4000-8000-000000000001";

    private SavedDraft() {}

    /** By an administrator, with no file chosen. */
    static Response save(Map<String, String> form) {
        return Browser.signedIn("ADMIN", 600).postWithoutFile(HERE + "/save", form, "metadataFile");
    }

    static void answeredOnTrial() {
        answered();
        Services.answer("GET " + COMPANY, 200, """
                {"companyId":"c0ffee00-0000-4000-8000-000000000001","state":"ON_TRIAL","allowed":true,
                "trialEndsAt":"2026-01-16T09:30:00Z","current":{"version":1,"provider":"JUMPCLOUD","keys":[]}}""");
    }

    static void answered() {
        Services.reset();
        Services.answer("GET " + COMPANY, 200, """
                {"companyId":"c0ffee00-0000-4000-8000-000000000001","state":"OFF","allowed":true,
                "copy":{"companyId":"c0ffee00-0000-4000-8000-000000000001","spEntityId":"https://app/sp","acsUrl":"https://app/acs",
                "spMetadataUrl":"https://app/metadata","attributes":["first_name","last_name","saml_id"]},
                "draft":{"version":1,"provider":"JUMPCLOUD","metadataUrl":null,"idpEntityId":"https://idp","keys":[]},
                "current":null}""");
        Services.answer("GET " + COMPANY + "/sp-keys", 200, "{\"items\":[]}");
        Services.answer("GET /api/sso/providers", 200, """
                [{"id":"NONE","title":"Plain SAML 2.0","guide":"g","fields":["first_name","last_name","saml_id"]},
                {"id":"JUMPCLOUD","title":"JumpCloud","guide":"g","fields":["firstname","lastname","username"]}]""");
    }
}
