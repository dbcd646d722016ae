package io.dovetail.users.reconciliation;

import io.dovetail.kit.event.EventListener;
import io.dovetail.kit.event.Received;
import io.dovetail.users.asking.LinkAsked;
import jakarta.enterprise.context.ApplicationScoped;

/** Hears that somebody at the page of a dead binding link asked for the right one. */
@ApplicationScoped
class LinkAskedListener implements EventListener<LinkAsked> {
    private final AnswerLinkAsked answerLinkAsked;

    LinkAskedListener(AnswerLinkAsked answerLinkAsked) {
        this.answerLinkAsked = answerLinkAsked;
    }

    @Override
    public String type() {
        return "dovetail.link-asked.v1";
    }

    @Override
    public Class<LinkAsked> dataType() {
        return LinkAsked.class;
    }

    @Override
    public void on(Received<LinkAsked> event) {
        answerLinkAsked.handle(event.data());
    }
}
