package io.dovetail.console.users;

import io.dovetail.console.testing.Services;
import java.util.Locale;

/** What the services answer about a company of four people. */
final class People {
    static final String HERE = "/settings/users";
    static final String COMPANY = "c0ffee00-0000-4000-8000-000000000001";
    static final String ADA = "00000000-0000-4000-8000-00000000000a";
    static final String BOB = "00000000-0000-4000-8000-00000000000b";
    static final String CYD = "00000000-0000-4000-8000-00000000000c";
    static final String DAN = "00000000-0000-4000-8000-00000000000d";
    static final String USERS = "/api/users/" + COMPANY;
    static final String BINDINGS = "/api/bindings/" + COMPANY;

    private People() {}

    static void answered(String singleSignOn) {
        Services.reset();
        Services.answer("GET /api/companies/" + COMPANY, 200, "{\"singleSignOnState\":\"" + singleSignOn + "\"}");
        Services.answer("GET " + USERS, 200, """
                {"items":[%s,%s,%s,%s],"next":null}""".formatted(
                        user(ADA, "ada@acme.example", "ADMIN", "ACTIVE", "null"),
                        user(
                                BOB,
                                "bob@acme.example",
                                "MEMBER",
                                "ACTIVE",
                                "{\"kind\":\"BINDING\",\"state\":\"FAILED\",\"at\":\"2026-01-15T09:30:00Z\"}"),
                        user(CYD, "cyd@acme.example", "MEMBER", "PENDING", "null"),
                        user(DAN, "dan@acme.example", "MEMBER", "DEACTIVATED", "null")
                                .replace("\"samlId\":null", "\"samlId\":\"dan-1\"")));
        Services.answer(
                "GET " + BINDINGS + "/summary",
                200,
                "{\"total\":3,\"bound\":1,\"pending\":1,\"expired\":0,\"failed\":1}");
        Services.answer("GET " + BINDINGS, 200, """
                {"items":[{"userId":"%s","status":"BOUND","samlId":"ada-1"},
                {"userId":"%s","status":"FAILED","reason":"IDENTITY_TAKEN","linkExpiresAt":"2026-01-18T09:30:00Z"},
                {"userId":"%s","status":"PENDING","linkExpiresAt":"2026-01-18T09:30:00Z"}],"next":null}""".formatted(ADA, BOB, CYD));
    }

    private static String user(String id, String email, String role, String status, String lastMail) {
        return """
                {"id":"%s","email":"%s","firstName":"%s","lastName":"","role":"%s","status":"%s","hasPassword":true,
                "binding":"NOT_BOUND","samlId":null,"lastMail":%s}""".formatted(id, email, email.substring(0, 3).toUpperCase(Locale.ROOT), role, status, lastMail);
    }
}
