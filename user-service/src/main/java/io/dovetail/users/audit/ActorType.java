package io.dovetail.users.audit;

import io.dovetail.kit.event.Actor;

/** What kind of actor did it. */
public enum ActorType {
    USER,
    OPERATOR,
    SYSTEM;

    static ActorType of(Actor actor) {
        return switch (actor.type()) {
            case "app_user" -> USER;
            case "api_key" -> OPERATOR;
            default -> SYSTEM;
        };
    }
}
