package io.dovetail.lab.idp.answer;

import io.dovetail.lab.idp.ResponseFactory;
import io.dovetail.lab.idp.SamlIds;
import io.dovetail.lab.idp.xml.Names;
import io.dovetail.lab.idp.xml.Xml;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Document;

/** security.md F6, F7 and F16: answers to no request, to a wrong one, or for the second time. */
final class RequestAnswers {
    private RequestAnswers() {}

    static Map<String, AnswerRecipe> all() {
        return Map.of(
                "F6_REQUEST_UNKNOWN",
                occasion -> occasion.send(occasion.honest().withInResponseTo(SamlIds.next())),
                "F6_REQUEST_USED",
                RequestAnswers::used,
                "F7_UNSOLICITED",
                RequestAnswers::unsolicited,
                "F7_REQUEST_NAMED_IN_THE_UNSIGNED_PART",
                RequestAnswers::namedInTheUnsignedPart,
                "F16_SAME_AGAIN",
                RequestAnswers::again,
                "F16_SAME_AGAIN_IN_ANOTHER_SIGN_IN",
                RequestAnswers::again,
                "F16_SAME_ASSERTION_IN_NEW_RESPONSE",
                RequestAnswers::againInNewResponse);
    }

    private static Sent used(Occasion occasion) {
        String request = occasion.requireEarlier()
                .requestId()
                .orElseThrow(() -> new NotApplicable("The earlier answer answered no request."));
        return occasion.send(occasion.honest().withInResponseTo(request));
    }

    /** Without the RelayState too, which only a request could have brought. */
    private static Sent unsolicited(Occasion occasion) {
        Occasion unasked = new Occasion(
                occasion.scene(), occasion.identity(), Optional.empty(), occasion.ended(), occasion.earlier());
        return unasked.send(occasion.honest().withInResponseTo(null));
    }

    private static Sent namedInTheUnsignedPart(Occasion occasion) {
        return occasion.send(occasion.edited(
                occasion.honest(),
                edited -> Xml.descendants(edited, Names.SAML, "SubjectConfirmationData")
                        .forEach(data -> data.removeAttribute("InResponseTo"))));
    }

    private static Sent again(Occasion occasion) {
        return occasion.send(occasion.requireEarlier().response());
    }

    /** The Response is unsigned here, so anybody can write a new one around the Assertion. */
    private static Sent againInNewResponse(Occasion occasion) {
        Document again =
                Xml.parse(Base64.getDecoder().decode(occasion.requireEarlier().response()));
        again.getDocumentElement().setAttribute("ID", SamlIds.next());
        return occasion.send(ResponseFactory.encode(again));
    }
}
