package io.dovetail.lab.idp.answer;

import io.dovetail.lab.idp.AttackScene;
import io.dovetail.lab.idp.IdpKeys;
import io.dovetail.lab.idp.ResponseFactory;
import io.dovetail.lab.idp.ResponseForm;
import io.dovetail.lab.idp.ResponsePlan;
import io.dovetail.lab.idp.ResponseWriter;
import io.dovetail.lab.idp.SignedParts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.w3c.dom.Document;

/**
 * What one answer is made from, whoever plays it.
 *
 * @param scene the honest answer to the request, the keys and the trap
 * @param identity whom the honest answer is about
 * @param relayState what came with the request and has to go back
 * @param ended keys under a certificate that has ended, if the service provider may know them
 * @param earlier an answer of before that was honest
 */
public record Occasion(
        AttackScene scene,
        Identity identity,
        Optional<String> relayState,
        Optional<IdpKeys> ended,
        Optional<Earlier> earlier) {

    /**
     * An answer that was given before.
     *
     * @param requestId what it answered, if anything
     * @param response as the form carried it
     */
    public record Earlier(Optional<String> requestId, String response) {}

    /** The same after an answer that was accepted. */
    public Occasion after(Earlier value) {
        return new Occasion(scene, identity, relayState, ended, Optional.of(value));
    }

    /** The same, where honest answers sign these parts. */
    public Occasion signing(SignedParts parts) {
        Identity signed = new Identity(
                identity.value(),
                identity.attribute(),
                value -> identity.honest().apply(value).withSign(parts));
        return new Occasion(scene.withHonest(scene.honest().withSign(parts)), signed, relayState, ended, earlier);
    }

    /** The honest answer, spelled plainly and in the open. */
    ResponsePlan honest() {
        return plain(scene.honest());
    }

    /** An honest answer about somebody else. */
    ResponsePlan honest(String otherIdentity) {
        return plain(identity.honest().apply(otherIdentity));
    }

    private static ResponsePlan plain(ResponsePlan plan) {
        return plan.withForm(ResponseForm.PLAIN).withEncryption(null);
    }

    Earlier requireEarlier() {
        return earlier.orElseThrow(
                () -> new NotApplicable("There is no earlier answer: be honest and sign in once, then come back."));
    }

    String signed(ResponsePlan plan) {
        return ResponseFactory.base64(plan, scene.keys());
    }

    /** An answer edited before it is signed, so that every signature is good. */
    Document edited(ResponsePlan plan, Consumer<Document> edit) {
        Document document = ResponseWriter.unsigned(plan);
        edit.accept(document);
        ResponseFactory.complete(document, plan, scene.keys());
        return document;
    }

    Sent send(ResponsePlan plan) {
        return send(signed(plan));
    }

    Sent send(Document document) {
        return send(ResponseFactory.encode(document));
    }

    /** Posted in a form, with the RelayState that came. */
    Sent send(String response) {
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        fields.add(Map.entry("SAMLResponse", response));
        relayState.ifPresent(state -> fields.add(Map.entry("RelayState", state)));
        return new Sent(Sent.Way.POST, fields, "");
    }
}
