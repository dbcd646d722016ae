package io.dovetail.lab.idp.misbehaviour;

import io.dovetail.lab.idp.IdpKeys;
import io.dovetail.lab.idp.answer.Answers;
import io.dovetail.lab.idp.answer.Occasion;
import io.dovetail.lab.idp.application.Application;
import io.dovetail.lab.idp.check.line.Line;
import io.dovetail.lab.idp.check.line.Lines;
import io.dovetail.lab.idp.http.Refused;
import io.dovetail.lab.idp.metadata.HostileMetadata;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which applications misbehave, in answers and in metadata, each until it is switched off. */
public final class Switches {
    private static final Instant BEGIN = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2021-01-01T00:00:00Z");

    private final Map<String, Misbehaviour> answers = new HashMap<>();
    private final Map<String, Line> metadata = new HashMap<>();
    private final Map<String, Occasion.Earlier> earlier = new HashMap<>();
    private final Map<String, IdpKeys> ended = new HashMap<>();

    /** What an application answers with instead of an honest response. */
    public synchronized Optional<Misbehaviour> of(String applicationId) {
        return Optional.ofNullable(answers.get(applicationId));
    }

    /** What an application serves at its own address of metadata instead of honest ones. */
    synchronized Optional<Line> metadataOf(String applicationId) {
        return Optional.ofNullable(metadata.get(applicationId));
    }

    /** The last honest answer of an application, for lines that send one again. */
    public synchronized Optional<Occasion.Earlier> earlier(String applicationId) {
        return Optional.ofNullable(earlier.get(applicationId));
    }

    public synchronized void answeredHonestly(String applicationId, Occasion.Earlier answer) {
        earlier.put(applicationId, answer);
    }

    /** An application's key under a certificate that has ended (security.md B11). */
    public synchronized IdpKeys ended(Application application) {
        return ended.computeIfAbsent(application.id(), id -> application.keys().withCertificateLife(BEGIN, END));
    }

    synchronized void answer(String applicationId, String name, boolean twin) {
        Misbehaviour misbehaviour = Answers.find(name)
                .map(recipe -> new Misbehaviour(require(name), recipe, twin))
                .orElseThrow(Switches::unknown);
        answers.put(applicationId, misbehaviour);
    }

    synchronized void serve(String applicationId, String name) {
        if (HostileMetadata.find(name).isEmpty()) {
            throw unknown();
        }
        metadata.put(applicationId, require(name));
    }

    synchronized void off(String applicationId) {
        answers.remove(applicationId);
        metadata.remove(applicationId);
    }

    private static Line require(String name) {
        return Lines.all().stream()
                .filter(line -> line.name().equals(name))
                .findFirst()
                .orElseThrow(Switches::unknown);
    }

    private static Refused unknown() {
        return Refused.malformed("There is no such misbehaviour.");
    }
}
