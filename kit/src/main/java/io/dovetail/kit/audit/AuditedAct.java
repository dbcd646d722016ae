package io.dovetail.kit.audit;

/** A kind of act of a service's administrators; an enum of the service, whose constants the audit log shows. */
public interface AuditedAct {

    /** The word in the audit log. */
    String name();

    /** On which topic the service tells of it. */
    String topic();
}
