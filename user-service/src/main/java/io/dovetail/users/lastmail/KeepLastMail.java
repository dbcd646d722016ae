package io.dovetail.users.lastmail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Keeps the newest news about a user's mails; of who is erased, nothing. */
@ApplicationScoped
class KeepLastMail {
    private static final String KEEP = """
            insert into last_mail (user_id, kind, state, at)
            select id, :kind, :state, :at from user_account where id = :user and company_id = :company
            on conflict (user_id) do update set kind = excluded.kind, state = excluded.state, at = excluded.at
            where last_mail.at <= excluded.at""";

    private final EntityManager entities;

    KeepLastMail(EntityManager entities) {
        this.entities = entities;
    }

    /** Which mail to whom. */
    record Command(UUID company, UUID user, LastMail mail) {}

    @Transactional(Transactional.TxType.MANDATORY)
    void handle(Command command) {
        var mail = command.mail();
        entities.createNativeQuery(KEEP)
                .setParameter("user", command.user())
                .setParameter("company", command.company())
                .setParameter("kind", mail.kind())
                .setParameter("state", mail.state().name())
                .setParameter("at", mail.at())
                .executeUpdate();
    }
}
