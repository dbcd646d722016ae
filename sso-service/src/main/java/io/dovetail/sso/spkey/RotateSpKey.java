package io.dovetail.sso.spkey;

import io.dovetail.kit.audit.TellOfActs;
import io.dovetail.kit.event.Actor;
import io.dovetail.sso.audit.Act;
import io.dovetail.sso.copies.Companies;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/**
 * Replaces a key of ours without a moment in which the provider knows only the wrong one: add the next, let the
 * provider load our metadata, activate.
 */
@ApplicationScoped
class RotateSpKey {
    private final Companies companies;
    private final SpKeys keys;
    private final TellOfActs tellOfActs;
    private final Clock clock;

    RotateSpKey(Companies companies, SpKeys keys, TellOfActs tellOfActs, Clock clock) {
        this.companies = companies;
        this.keys = keys;
        this.tellOfActs = tellOfActs;
        this.clock = clock;
    }

    /** @throws io.dovetail.kit.problem.ProblemException no-key-yet, rotation-under-way */
    @Transactional
    void begin(UUID companyId, KeyUse use, Actor administrator) {
        companies.requireToStay(companyId);
        if (keys.find(companyId, use, KeyState.ACTIVE).isEmpty()) {
            throw SpKeyProblems.noKeyYet().exception();
        }
        if (!keys.add(companyId, use, KeyState.NEXT)) {
            throw SpKeyProblems.underWay().exception();
        }
        tell(companyId, administrator, Act.SP_KEY_ADDED);
    }

    /** @throws io.dovetail.kit.problem.ProblemException no-rotation, previous-key-in-use */
    @Transactional
    void activate(UUID companyId, KeyUse use, Actor administrator) {
        companies.requireToStay(companyId);
        if (keys.find(companyId, use, KeyState.NEXT).isEmpty()) {
            throw SpKeyProblems.noRotation().exception();
        }
        requireNoneOnItsWay(companyId, use);
        keys.drop(companyId, use, KeyState.PREVIOUS);
        keys.move(companyId, use, KeyState.ACTIVE, KeyState.PREVIOUS);
        if (!keys.move(companyId, use, KeyState.NEXT, KeyState.ACTIVE)) {
            throw SpKeyProblems.noRotation().exception();
        }
        tell(companyId, administrator, Act.SP_KEY_ACTIVATED);
    }

    /** @throws io.dovetail.kit.problem.ProblemException no-rotation */
    @Transactional
    void cancel(UUID companyId, KeyUse use, Actor administrator) {
        companies.requireToStay(companyId);
        if (!keys.drop(companyId, use, KeyState.NEXT)) {
            throw SpKeyProblems.noRotation().exception();
        }
        tell(companyId, administrator, Act.SP_KEY_DROPPED);
    }

    /** A provider may still encrypt to the key before; what once signed is of no use any more. */
    private void requireNoneOnItsWay(UUID companyId, KeyUse use) {
        if (use == KeyUse.SIGNING) {
            return;
        }
        keys.movedAt(companyId, use, KeyState.PREVIOUS)
                .map(moved -> moved.plus(KeyState.PREVIOUS_KEPT))
                .filter(end -> clock.instant().isBefore(end))
                .ifPresent(end -> {
                    throw SpKeyProblems.previousInUse(end).exception();
                });
    }

    private void tell(UUID companyId, Actor administrator, Act act) {
        tellOfActs.handle(new TellOfActs.Command(companyId, administrator, act, null));
    }
}
