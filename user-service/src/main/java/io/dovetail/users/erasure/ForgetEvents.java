package io.dovetail.users.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Drops from the outbox what tells of erased people; what holds no more than ids stays for its seven days. */
@ApplicationScoped
public class ForgetEvents {
    /** Sent or not: whoever hears the erasure forgets what they told. */
    private static final String OF_USER = """
            delete from outbox where key = :user and type in ('dovetail.user-changed.v1', 'dovetail.user-invited.v1',
            'dovetail.invitation-issued.v1', 'dovetail.password-link-issued.v1', 'dovetail.way-in-asked.v1',
            'dovetail.password-changed.v1')""";

    /** They hold the inviter's name; one that is not sent must still reach the invited person. */
    private static final String BY_INVITER = """
            delete from outbox where type = 'dovetail.invitation-issued.v1' and sent_at is not null
            and key in (select id::text from user_account where invited_by = :user)""";

    private static final String OF_COMPANY = """
            delete from outbox where id in (select id from outbox where company_id = :company
            and type not in ('dovetail.company-removed.v1', 'dovetail.sessions-ended.v1') limit :most)""";

    private final EntityManager entities;

    ForgetEvents(EntityManager entities) {
        this.entities = entities;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void ofUser(UUID user) {
        entities.createNativeQuery(OF_USER)
                .setParameter("user", user.toString())
                .executeUpdate();
        entities.createNativeQuery(BY_INVITER).setParameter("user", user).executeUpdate();
    }

    /** @return how many were dropped, at most the given number */
    @Transactional(Transactional.TxType.MANDATORY)
    public int ofCompany(UUID company, int most) {
        return entities.createNativeQuery(OF_COMPANY)
                .setParameter("company", company)
                .setParameter("most", most)
                .executeUpdate();
    }
}
