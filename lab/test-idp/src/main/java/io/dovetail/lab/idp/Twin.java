package io.dovetail.lab.idp;

/** What an attack's honest twin looks like: the response that must be accepted where the hostile one is refused. */
enum Twin {
    /** The honest plan as it stands. */
    AS_PLANNED,
    /** With both parts signed. */
    BOTH_SIGNED,
    /** With the Assertion encrypted. */
    ENCRYPTED,
    /** With the Assertion encrypted, and both parts signed. */
    ENCRYPTED_BOTH_SIGNED;

    ResponsePlan of(AttackScene scene) {
        ResponsePlan plan = scene.honest();
        boolean both = this == BOTH_SIGNED || this == ENCRYPTED_BOTH_SIGNED;
        boolean encrypted = this == ENCRYPTED || this == ENCRYPTED_BOTH_SIGNED;
        ResponsePlan signed = both ? plan.withSign(SignedParts.BOTH) : plan;
        return encrypted ? signed.withEncryption(scene.encryption()) : signed;
    }
}
