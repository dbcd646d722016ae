package io.dovetail.lab.idp.misbehaviour;

import io.dovetail.lab.idp.application.Application;
import io.dovetail.lab.idp.application.Applications;
import io.dovetail.lab.idp.check.line.Line;
import io.dovetail.lab.idp.http.Answer;
import io.dovetail.lab.idp.http.Refused;
import io.dovetail.lab.idp.http.Request;
import io.dovetail.lab.idp.http.Routes;
import io.dovetail.lab.idp.metadata.HostileMetadata;
import io.dovetail.lab.idp.metadata.MetadataScene;
import java.time.Clock;
import java.util.Optional;

/** {@code /applications/{id}/metadata}: honest, or those of a line under {@code ?as=LINE} or a switch. */
public final class MetadataResource {
    private final Applications applications;
    private final Switches switches;
    private final String baseUrl;
    private final Clock clock;

    public MetadataResource(Applications applications, Switches switches, String baseUrl, Clock clock) {
        this.applications = applications;
        this.switches = switches;
        this.baseUrl = baseUrl;
        this.clock = clock;
    }

    public void addTo(Routes routes) {
        routes.on("GET", "/applications/{id}/metadata", this::serve);
    }

    private Answer serve(Request request, String id) {
        Application application = applications.require(id);
        Optional<String> line =
                request.find("as").or(() -> switches.metadataOf(id).map(Line::name));
        Answer answer = line.map(name -> HostileMetadata.find(name)
                        .orElseThrow(() -> Refused.malformed("There are no such metadata."))
                        .make(scene(application, name)))
                .orElseGet(() -> Answer.of(
                        200,
                        "application/samlmetadata+xml; charset=utf-8",
                        application.metadata(baseUrl, clock.instant())));
        return answer.with("Content-Disposition", "attachment; filename=\"idp-metadata.xml\"");
    }

    private MetadataScene scene(Application application, String line) {
        return new MetadataScene(
                application.idpEntityId(),
                application.keys(),
                application.next(),
                switches.ended(application),
                baseUrl + application.ssoPath(),
                baseUrl + application.metadataPath() + "?as=" + line,
                clock.instant());
    }
}
