package io.dovetail.lab.idp.application;

import io.dovetail.lab.idp.SignedParts;
import io.dovetail.lab.idp.http.Answer;
import io.dovetail.lab.idp.http.Refused;
import io.dovetail.lab.idp.http.Request;
import io.dovetail.lab.idp.http.Routes;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /applications}: list them, make one by JSON or by form, read one's metadata. */
public final class ApplicationsResource {

    private final Applications applications;
    private final String baseUrl;

    public ApplicationsResource(Applications applications, String baseUrl) {
        this.applications = applications;
        this.baseUrl = baseUrl;
    }

    public void addTo(Routes routes) {
        routes.on("GET", "/applications", this::list)
                .on("POST", "/applications", this::create)
                .on("GET", "/applications/{id}/metadata", (request, id) -> metadata(id));
    }

    private Answer list(Request request) {
        return Answer.json(200, applications.all().stream().map(this::described).toList());
    }

    private Answer create(Request request) {
        ApplicationDraft draft = request.isForm() ? form(request) : request.json(ApplicationDraft.class);
        Application application = draft.application();
        applications.add(application);
        return request.isForm() ? Answer.seeOther("/") : Answer.json(201, described(application));
    }

    private Answer metadata(String id) {
        String xml = IdpMetadata.write(applications.require(id), baseUrl);
        return Answer.of(200, "application/samlmetadata+xml; charset=utf-8", xml)
                .with("Content-Disposition", "attachment; filename=\"idp-metadata.xml\"");
    }

    private Map<String, Object> described(Application application) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("id", application.id());
        described.put("name", application.name());
        described.put("idpEntityId", application.idpEntityId());
        described.put("spEntityId", application.spEntityId());
        described.put("acsUrl", application.acsUrl());
        described.put("metadataUrl", baseUrl + application.metadataPath());
        described.put("ssoUrl", baseUrl + application.ssoPath());
        described.put("tileUrl", baseUrl + application.tilePath());
        return described;
    }

    private static ApplicationDraft form(Request request) {
        return new ApplicationDraft(
                request.text("name"),
                request.text("idpEntityId"),
                request.text("spMetadataXml"),
                request.text("spEntityId"),
                request.text("acsUrl"),
                new AttributeNames(
                        request.text("firstNameAttribute"),
                        request.text("lastNameAttribute"),
                        request.text("samlIdAttribute")),
                request.text("redirectBinding") != null,
                signedParts(request.text("sign")));
    }

    private static @Nullable SignedParts signedParts(@Nullable String name) {
        try {
            return name == null ? null : SignedParts.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw Refused.malformed("The parts to sign are ASSERTION, RESPONSE, BOTH or NONE.");
        }
    }
}
