package io.dovetail.bindings.binding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The stored bindings and refusals; its unique constraints decide every race. */
@ApplicationScoped
class Bindings {
    private static final String ADD = """
            insert into binding (id, company_id, user_id, source, saml_id, sign_in_id, provider_email, state, revision,
                bound_at)
            values (:id, :company, :user, :source, :samlId, :signIn, cast(:providerEmail as text), :state, :revision,
                :boundAt)
            on conflict do nothing""";
    private static final String ADD_REFUSAL = """
            insert into refusal (sign_in_id, company_id, user_id, source, reason, refused_at)
            values (:signIn, :company, :user, :source, :reason, :refusedAt)
            on conflict do nothing""";

    private final EntityManager entities;

    Bindings(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Waits for whoever is writing the same identity or user.
     *
     * @return false if the identity or the user turned out to be bound
     */
    boolean add(Binding binding) {
        var identity = binding.identity();
        return entities.createNativeQuery(ADD)
                        .setParameter("id", binding.id())
                        .setParameter("company", identity.companyId())
                        .setParameter("user", binding.userId())
                        .setParameter("source", identity.source())
                        .setParameter("samlId", identity.samlId())
                        .setParameter("signIn", binding.signInId())
                        .setParameter("providerEmail", binding.providerEmail())
                        .setParameter("state", binding.state().name())
                        .setParameter("revision", binding.revision())
                        .setParameter("boundAt", binding.boundAt())
                        .executeUpdate()
                == 1;
    }

    /** @return false if the same sign-in was refused before */
    boolean add(Refusal refusal) {
        return entities.createNativeQuery(ADD_REFUSAL)
                        .setParameter("signIn", refusal.signInId())
                        .setParameter("company", refusal.identity().companyId())
                        .setParameter("user", refusal.userId())
                        .setParameter("source", refusal.identity().source())
                        .setParameter("reason", refusal.reason().name())
                        .setParameter("refusedAt", refusal.refusedAt())
                        .executeUpdate()
                == 1;
    }

    Optional<Binding> findBound(Identity identity) {
        return entities
                .createQuery(
                        "from Binding where companyId = :company and source = :source and samlId = :samlId"
                                + " and state = BOUND",
                        Binding.class)
                .setParameter("company", identity.companyId())
                .setParameter("source", identity.source())
                .setParameter("samlId", identity.samlId())
                .getResultList()
                .stream()
                .findFirst();
    }

    boolean isBound(UUID user, UUID source) {
        return !entities.createQuery(
                        "select id from Binding where userId = :user and source = :source and state = BOUND",
                        UUID.class)
                .setParameter("user", user)
                .setParameter("source", source)
                .getResultList()
                .isEmpty();
    }

    /** What this sign-in bound, even if that was removed since. */
    Optional<Binding> findBySignIn(UUID signIn) {
        return entities
                .createQuery("from Binding where signInId = :signIn", Binding.class)
                .setParameter("signIn", signIn)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** A user's present bindings, of any source. */
    List<Binding> of(UUID company, UUID user) {
        return entities.createQuery(
                        "from Binding where companyId = :company and userId = :user and state = BOUND", Binding.class)
                .setParameter("company", company)
                .setParameter("user", user)
                .getResultList();
    }

    /** Before anything else reads the table. */
    void flush() {
        entities.flush();
    }

    /** The next bindings after this id (null: from the first), removed ones too. */
    List<Binding> page(@Nullable UUID after, int size) {
        return entities.createQuery("from Binding where :after is null or id > :after order by id", Binding.class)
                .setParameter("after", after)
                .setMaxResults(size)
                .getResultList();
    }
}
