package io.dovetail.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A service that lost what it had heard of the others is whole again once the owners announce. */
@ExtendWith(SharedStack.class)
class CopiesLostTest {
    private static final Map<String, List<String>> COPIES = Map.of(
            "sso-service", List.of("company_copy", "binding_copy"),
            "binding-service", List.of("user_copy", "connection_copy"),
            "user-service", List.of("connection_copy", "binding_copy"));
    private static final List<String> OWNERS = List.of("/api/companies", "/api/sso", "/api/bindings");

    @Test
    void makesEveryCopyWholeByAnnouncing(Stack stack) {
        var company = Company.register(stack);
        var provider = new TestIdpProvider(stack.testIdpUrl());
        company.setUp(provider, new FormBrowser());
        var before = copies(stack);
        before.forEach((table, rows) -> assertFalse(rows.isEmpty(), table + " holds nothing that could be lost"));

        COPIES.forEach((service, tables) ->
                tables.forEach(table -> stack.database(service).run("delete from " + table)));
        OWNERS.forEach(owner -> stack.operator().post(owner + "/announce", "").expect(202));

        Eventually.until("the same copies as before", () -> copies(stack).equals(before));
        var home = provider.logIn(new FormBrowser(), company.awaitSignInAddress());
        assertEquals(stack.publicUrl() + "/", home.address().toString(), home.toString());
    }

    private static Map<String, List<String>> copies(Stack stack) {
        var copies = new java.util.TreeMap<String, List<String>>();
        COPIES.forEach((service, tables) -> tables.forEach(table ->
                copies.put(service + "." + table, stack.database(service).rows("select * from " + table))));
        return copies;
    }
}
