package io.dovetail.lab.idp;

import io.dovetail.lab.idp.xml.Names;
import io.dovetail.lab.idp.xml.Xml;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Writes a plan as an unsigned Response document. */
public final class ResponseWriter {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private ResponseWriter() {}

    /** An instant as xs:dateTime in UTC with milliseconds. */
    public static String time(Instant instant) {
        return TIME.format(instant);
    }

    /** The whole Response, not yet signed. */
    public static Document unsigned(ResponsePlan plan) {
        Document document = Xml.empty();
        Element response = Xml.append(document, Names.SAMLP, "samlp:Response");
        declare(response, "saml", Names.SAML);
        message(response, plan.responseId(), plan.issueInstant());
        if (plan.destination() != null) {
            response.setAttribute("Destination", plan.destination());
        }
        if (plan.inResponseTo() != null) {
            response.setAttribute("InResponseTo", plan.inResponseTo());
        }
        Xml.append(response, Names.SAML, "saml:Issuer", plan.issuer());
        Element status = Xml.append(response, Names.SAMLP, "samlp:Status");
        Xml.append(status, Names.SAMLP, "samlp:StatusCode").setAttribute("Value", Names.STATUS_SUCCESS);
        assertion(response, plan);
        return document;
    }

    /** Appends the plan's Assertion, not yet signed, to a parent. */
    public static Element assertion(Element parent, ResponsePlan plan) {
        Element assertion = Xml.append(parent, Names.SAML, "saml:Assertion");
        declare(assertion, "saml", Names.SAML);
        declare(assertion, "xs", Names.XS);
        declare(assertion, "xsi", Names.XSI);
        message(assertion, plan.assertionId(), plan.issueInstant());
        Xml.append(assertion, Names.SAML, "saml:Issuer", plan.issuer());
        subject(assertion, plan);
        conditions(assertion, plan);
        authentication(assertion, plan);
        attributes(assertion, plan.attributes());
        return assertion;
    }

    private static void subject(Element assertion, ResponsePlan plan) {
        Element subject = Xml.append(assertion, Names.SAML, "saml:Subject");
        Xml.append(subject, Names.SAML, "saml:NameID", plan.nameId()).setAttribute("Format", plan.nameIdFormat());
        Element confirmation = Xml.append(subject, Names.SAML, "saml:SubjectConfirmation");
        confirmation.setAttribute("Method", Names.BEARER);
        Element data = Xml.append(confirmation, Names.SAML, "saml:SubjectConfirmationData");
        if (plan.inResponseTo() != null) {
            data.setAttribute("InResponseTo", plan.inResponseTo());
        }
        data.setAttribute("NotOnOrAfter", time(plan.notOnOrAfter()));
        data.setAttribute("Recipient", plan.recipient());
    }

    private static void conditions(Element assertion, ResponsePlan plan) {
        Element conditions = Xml.append(assertion, Names.SAML, "saml:Conditions");
        if (plan.notBefore() != null) {
            conditions.setAttribute("NotBefore", time(plan.notBefore()));
        }
        conditions.setAttribute("NotOnOrAfter", time(plan.notOnOrAfter()));
        Element restriction = Xml.append(conditions, Names.SAML, "saml:AudienceRestriction");
        Xml.append(restriction, Names.SAML, "saml:Audience", plan.audience());
    }

    private static void authentication(Element assertion, ResponsePlan plan) {
        Element statement = Xml.append(assertion, Names.SAML, "saml:AuthnStatement");
        statement.setAttribute("AuthnInstant", time(plan.issueInstant()));
        statement.setAttribute("SessionIndex", plan.assertionId());
        if (plan.sessionNotOnOrAfter() != null) {
            statement.setAttribute("SessionNotOnOrAfter", time(plan.sessionNotOnOrAfter()));
        }
        Element context = Xml.append(statement, Names.SAML, "saml:AuthnContext");
        Xml.append(context, Names.SAML, "saml:AuthnContextClassRef", Names.PASSWORD_PROTECTED);
    }

    private static void attributes(Element assertion, Map<String, List<String>> attributes) {
        if (attributes.isEmpty()) {
            return;
        }
        Element statement = Xml.append(assertion, Names.SAML, "saml:AttributeStatement");
        attributes.forEach((name, values) -> {
            Element attribute = Xml.append(statement, Names.SAML, "saml:Attribute");
            attribute.setAttribute("Name", name);
            attribute.setAttribute("NameFormat", Names.ATTRIBUTE_BASIC);
            for (String value : values) {
                Element element = Xml.append(attribute, Names.SAML, "saml:AttributeValue", value);
                element.setAttributeNS(Names.XSI, "xsi:type", "xs:string");
            }
        });
    }

    private static void message(Element element, String id, Instant issueInstant) {
        element.setAttribute("ID", id);
        element.setIdAttribute("ID", true);
        element.setAttribute("Version", "2.0");
        element.setAttribute("IssueInstant", time(issueInstant));
    }

    private static void declare(Element element, String prefix, String namespace) {
        element.setAttributeNS(Names.XMLNS, "xmlns:" + prefix, namespace);
    }
}
