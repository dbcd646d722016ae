package io.dovetail.users.removal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the database holds of a removed company. */
@ApplicationScoped
class CompanyRows {
    private static final String NEXT =
            "select id from company where removed_at is not null order by removed_at limit 1 for update skip locked";

    /** With them go their passwords, links and sessions. */
    private static final String USERS = """
            delete from user_account where id in
            (select id from user_account where company_id = :company order by id limit :most)""";

    private static final String ACTS = """
            delete from audit_entry where id in
            (select id from audit_entry where company_id = :company limit :most)""";

    private final EntityManager entities;

    CompanyRows(EntityManager entities) {
        this.entities = entities;
    }

    /** One company that is to be erased, locked until the transaction ends; other replicas take others meanwhile. */
    @Transactional(Transactional.TxType.MANDATORY)
    Optional<UUID> take() {
        List<?> companies = entities.createNativeQuery(NEXT, UUID.class).getResultList();
        return companies.stream().findFirst().map(UUID.class::cast);
    }

    /** @return how many lines of its audit log were deleted, at most the given number */
    @Transactional(Transactional.TxType.MANDATORY)
    int deleteActs(UUID company, int most) {
        return entities.createNativeQuery(ACTS)
                .setParameter("company", company)
                .setParameter("most", most)
                .executeUpdate();
    }

    /** @return how many were deleted, at most the given number */
    @Transactional(Transactional.TxType.MANDATORY)
    int deleteUsers(UUID company, int most) {
        return entities.createNativeQuery(USERS)
                .setParameter("company", company)
                .setParameter("most", most)
                .executeUpdate();
    }

    /** What is kept of its connection; from then on no job goes through its users. */
    @Transactional(Transactional.TxType.MANDATORY)
    void deleteKnownConnection(UUID company) {
        delete("switch_over where company_id", company);
        delete("job where company_id", company);
        delete("connection_copy where company_id", company);
    }

    /** Whatever is left. */
    @Transactional(Transactional.TxType.MANDATORY)
    void deleteRest(UUID company) {
        delete("binding_copy where company_id", company);
        delete("company where id", company);
    }

    private void delete(String rows, UUID company) {
        entities.createNativeQuery("delete from " + rows + " = :company")
                .setParameter("company", company)
                .executeUpdate();
    }
}
