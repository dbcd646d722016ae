package io.dovetail.lab.idp.check.line;

import io.dovetail.lab.idp.check.browser.Asked;
import io.dovetail.lab.idp.check.browser.Browser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A browser that the service provider has sent to the provider with a request. */
record Visit(Browser browser, Asked asked) {

    String requestId() {
        return asked.request().id();
    }

    /** The answer's form: the response, and the RelayState that came with the request. */
    List<Map.Entry<String, String>> form(String response) {
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        fields.add(Map.entry("SAMLResponse", response));
        asked.relayState().ifPresent(state -> fields.add(Map.entry("RelayState", state)));
        return fields;
    }

    /** The same answer's form under a RelayState of one's own. */
    static List<Map.Entry<String, String>> form(String response, String relayState) {
        return List.of(Map.entry("SAMLResponse", response), Map.entry("RelayState", relayState));
    }
}
