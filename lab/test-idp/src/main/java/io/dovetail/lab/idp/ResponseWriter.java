package io.dovetail.lab.idp;

import io.dovetail.lab.idp.xml.Names;
import io.dovetail.lab.idp.xml.Xml;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Writes a plan as an unsigned Response document, in the plan's spelling. */
public final class ResponseWriter {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

    private final ResponsePlan plan;
    private final ResponseForm form;

    private ResponseWriter(ResponsePlan plan) {
        this.plan = plan;
        this.form = plan.form();
    }

    /** An instant as xs:dateTime in UTC with milliseconds. */
    public static String time(Instant instant) {
        return TIME.format(instant);
    }

    /** The whole Response, not yet signed. */
    public static Document unsigned(ResponsePlan plan) {
        return new ResponseWriter(plan).response();
    }

    /** Appends the plan's Assertion, not yet signed, to a parent. */
    public static Element assertion(Element parent, ResponsePlan plan) {
        return new ResponseWriter(plan).assertion(parent);
    }

    private Document response() {
        Document document = Xml.empty();
        Element response = Xml.append(document, Names.SAMLP, form.protocolPrefix() + ":Response");
        if (form.assertionNamespaceOnTop()) {
            declare(response, form.assertionPrefix(), Names.SAML);
        }
        declareInclusive(response);
        message(response, plan.responseId());
        if (plan.destination() != null) {
            response.setAttribute("Destination", plan.destination());
        }
        if (plan.inResponseTo() != null) {
            response.setAttribute("InResponseTo", plan.inResponseTo());
        }
        if (form.consent() != null) {
            response.setAttribute("Consent", form.consent());
        }
        issuer(response);
        Element status = Xml.append(response, Names.SAMLP, form.protocolPrefix() + ":Status");
        Xml.append(status, Names.SAMLP, form.protocolPrefix() + ":StatusCode")
                .setAttribute("Value", Names.STATUS_SUCCESS);
        assertion(response);
        return document;
    }

    private Element assertion(Element parent) {
        Element assertion = saml(parent, "Assertion");
        declare(assertion, form.assertionPrefix(), Names.SAML);
        if (form.typedValues() && !form.schemaOnValues()) {
            declare(assertion, "xs", Names.XS);
            declare(assertion, "xsi", Names.XSI);
        }
        declareInclusive(assertion);
        message(assertion, plan.assertionId());
        issuer(assertion);
        subject(assertion);
        conditions(assertion);
        if (form.attributesFirst()) {
            attributes(assertion);
            authentication(assertion);
        } else {
            authentication(assertion);
            attributes(assertion);
        }
        return assertion;
    }

    private void issuer(Element parent) {
        Element issuer = saml(parent, "Issuer", plan.issuer());
        if (form.issuerFormat()) {
            issuer.setAttribute("Format", Names.NAME_ID_ENTITY);
        }
    }

    private void subject(Element assertion) {
        Element subject = saml(assertion, "Subject");
        Element nameId = saml(subject, "NameID", plan.nameId());
        if (!plan.nameIdFormat().isEmpty()) {
            nameId.setAttribute("Format", plan.nameIdFormat());
        }
        Element confirmation = saml(subject, "SubjectConfirmation");
        confirmation.setAttribute("Method", Names.BEARER);
        Element data = saml(confirmation, "SubjectConfirmationData");
        if (plan.inResponseTo() != null) {
            data.setAttribute("InResponseTo", plan.inResponseTo());
        }
        data.setAttribute(
                "NotOnOrAfter",
                written(
                        form.confirmationLife() == null
                                ? plan.notOnOrAfter()
                                : plan.issueInstant().plus(form.confirmationLife())));
        data.setAttribute("Recipient", plan.recipient());
    }

    private void conditions(Element assertion) {
        Element conditions = saml(assertion, "Conditions");
        if (plan.notBefore() != null) {
            conditions.setAttribute("NotBefore", written(plan.notBefore()));
        }
        conditions.setAttribute("NotOnOrAfter", written(plan.notOnOrAfter()));
        saml(saml(conditions, "AudienceRestriction"), "Audience", plan.audience());
    }

    private void authentication(Element assertion) {
        Element statement = saml(assertion, "AuthnStatement");
        statement.setAttribute("AuthnInstant", written(plan.issueInstant()));
        statement.setAttribute("SessionIndex", plan.assertionId());
        if (plan.sessionNotOnOrAfter() != null) {
            statement.setAttribute("SessionNotOnOrAfter", written(plan.sessionNotOnOrAfter()));
        }
        Element context = saml(statement, "AuthnContext");
        saml(context, "AuthnContextClassRef", form.contextClass());
        if (form.authority()) {
            saml(context, "AuthenticatingAuthority", plan.issuer());
        }
    }

    private void attributes(Element assertion) {
        if (plan.attributes().isEmpty()) {
            return;
        }
        Element statement = saml(assertion, "AttributeStatement");
        plan.attributes().forEach((name, values) -> attribute(statement, name, values));
    }

    private void attribute(Element statement, String name, List<String> values) {
        Element attribute = saml(statement, "Attribute");
        attribute.setAttribute("Name", name);
        if (form.nameFormat() != null) {
            attribute.setAttribute("NameFormat", form.nameFormat());
        }
        for (String value : values) {
            Element element = saml(attribute, "AttributeValue", value);
            if (form.typedValues()) {
                if (form.schemaOnValues()) {
                    declare(element, "xs", Names.XS);
                    declare(element, "xsi", Names.XSI);
                }
                element.setAttributeNS(Names.XSI, "xsi:type", "xs:string");
            }
        }
    }

    private Element saml(Element parent, String localName) {
        String prefix = form.assertionPrefix();
        return Xml.append(parent, Names.SAML, prefix.isEmpty() ? localName : prefix + ":" + localName);
    }

    private Element saml(Element parent, String localName, String text) {
        Element element = saml(parent, localName);
        element.setTextContent(text);
        return element;
    }

    private void message(Element element, String id) {
        element.setAttribute("ID", id);
        element.setIdAttribute("ID", true);
        element.setAttribute("Version", "2.0");
        element.setAttribute("IssueInstant", written(plan.issueInstant()));
    }

    private String written(Instant instant) {
        return (form.wholeSeconds() ? SECONDS : TIME).format(instant);
    }

    /** Prefixes that a canonicalisation is told to keep are there to be kept. */
    private void declareInclusive(Element element) {
        if (form.signature().inclusivePrefixes().contains("xs")) {
            declare(element, "xs", Names.XS);
        }
    }

    private static void declare(Element element, String prefix, String namespace) {
        element.setAttributeNS(Names.XMLNS, prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix, namespace);
    }
}
