package io.dovetail.lab.idp.attack;

import io.dovetail.lab.idp.AttackScene;
import io.dovetail.lab.idp.ResponseWriter;
import io.dovetail.lab.idp.xml.Xml;
import java.time.Duration;
import java.util.function.Function;
import org.w3c.dom.Element;

/** security.md F8 to F11: honestly signed, at the wrong time; "now" is the honest response's issue instant. */
public final class TimeAttacks {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration MILLISECOND = Duration.ofMillis(1);

    private TimeAttacks() {}

    /** F8: no Conditions at all. */
    public static String conditionsMissing(AttackScene scene) {
        return Hostile.edited(scene, hostile -> Xml.remove(hostile.the("Conditions")));
    }

    /** An attribute of time is left out. */
    public static Recipe without(String element, String attribute) {
        return scene -> Hostile.edited(scene, hostile -> hostile.the(element).removeAttribute(attribute));
    }

    /** An attribute of time holds no time. */
    public static Recipe malformed(String element, String attribute) {
        return scene -> Hostile.edited(scene, hostile -> hostile.the(element).setAttribute(attribute, "yesterday"));
    }

    /** An attribute of time lies a day before now. */
    public static Recipe past(String element, String attribute) {
        return at(element, attribute, scene -> DAY.negated());
    }

    /** An attribute of time lies a day after now. */
    public static Recipe future(String element, String attribute) {
        return at(element, attribute, scene -> DAY);
    }

    /** An end lies one millisecond further back than the skew forgives. */
    public static Recipe justPast(String element, String attribute) {
        return at(
                element, attribute, scene -> scene.clockSkew().plus(MILLISECOND).negated());
    }

    /** A beginning lies one millisecond further ahead than the skew forgives. */
    public static Recipe justFuture(String element, String attribute) {
        return at(element, attribute, scene -> scene.clockSkew().plus(MILLISECOND));
    }

    /** F10: the Response's own IssueInstant, a day before or after now. */
    public static Recipe responseIssued(boolean inTheFuture) {
        return scene -> Hostile.edited(
                scene, hostile -> set(scene, hostile.response(), "IssueInstant", inTheFuture ? DAY : DAY.negated()));
    }

    private static Recipe at(String element, String attribute, Function<AttackScene, Duration> fromNow) {
        return scene ->
                Hostile.edited(scene, hostile -> set(scene, hostile.the(element), attribute, fromNow.apply(scene)));
    }

    private static void set(AttackScene scene, Element element, String attribute, Duration fromNow) {
        element.setAttribute(
                attribute, ResponseWriter.time(scene.honest().issueInstant().plus(fromNow)));
    }
}
