package io.dovetail.users.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The stored users. */
@ApplicationScoped
public class Users {
    private final EntityManager entities;

    Users(EntityManager entities) {
        this.entities = entities;
    }

    @Transactional
    public Optional<UserProfile> find(UUID user) {
        return Optional.ofNullable(entities.find(User.class, user)).map(User::profile);
    }

    /** The accounts of one address, at most one in each company, always in the same order. */
    @Transactional
    public List<UserProfile> withAddress(EmailAddress address) {
        return entities
                .createQuery("from User where email = :email order by id", User.class)
                .setParameter("email", address.text())
                .getResultList()
                .stream()
                .map(User::profile)
                .toList();
    }

    /** The account of an address in one company. */
    @Transactional
    public Optional<UserProfile> find(UUID company, EmailAddress address) {
        return withAddress(address).stream()
                .filter(user -> user.belongsTo(company))
                .findFirst();
    }

    /** Has whoever adds, removes or promotes people of a company do it one after the other. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void lockCompany(UUID company) {
        entities.createNativeQuery(
                        "select 1 from pg_advisory_xact_lock(hashtextextended('users-of:' || :company, 0))",
                        Integer.class)
                .setParameter("company", company.toString())
                .getSingleResult();
    }

    boolean hasActiveAdministrator(UUID company) {
        return countActiveAdministrators(company) > 0;
    }

    @Transactional
    public long countActiveAdministrators(UUID company) {
        return entities.createQuery(
                        "select count(*) from User where companyId = :company and role = ADMIN and status = ACTIVE",
                        Long.class)
                .setParameter("company", company)
                .getSingleResult();
    }

    void remove(User user) {
        entities.remove(user);
        entities.flush();
    }

    void add(User user) {
        entities.persist(user);
        entities.flush();
    }

    /** Reads the user afresh and locks them until the end of the transaction. */
    User requireForChange(UUID id) {
        var user = entities.getReference(User.class, id);
        refreshAndLock(user);
        return user;
    }

    /** What the same transaction has changed so far is written first: refreshing would undo it. */
    private void refreshAndLock(User user) {
        entities.flush();
        entities.refresh(user, LockModeType.PESSIMISTIC_WRITE);
    }

    /**
     * Locks the user until the end of the transaction.
     *
     * @return as they are at present; empty if there is no such user (any more)
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<UserProfile> lock(UUID id) {
        return findForChange(id).map(User::profile);
    }

    Optional<User> findForChange(UUID id) {
        entities.flush();
        List<?> locked = entities.createNativeQuery("select id from user_account where id = :id for update", UUID.class)
                .setParameter("id", id)
                .getResultList();
        var user = locked.stream().findFirst().map(found -> entities.find(User.class, found));
        user.ifPresent(entities::refresh);
        return user;
    }

    /**
     * Locks the next users of a company by id until the end of the transaction.
     *
     * @param after the last one of the batch before
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<UserProfile> lockNext(UUID company, UUID after, int size) {
        return entities
                .createQuery("from User where companyId = :company and id > :after order by id", User.class)
                .setParameter("company", company)
                .setParameter("after", after)
                .setMaxResults(size)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .stream()
                .map(User::profile)
                .toList();
    }

    /** Notes that whatever link was mailed is dead, so that another one is owed. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void forgetLink(UUID user) {
        entities.getReference(User.class, user).linked(null);
    }

    /** Notes that a link was mailed, so that the same switch-over has none mailed again. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void noteLink(UUID user, long settled) {
        requireForChange(user).linked(settled);
    }

    /**
     * A company's users by address, which is unique there.
     *
     * @param text a part of the address or the name; blank for everybody
     * @param afterAddress empty for the first page
     */
    @Transactional
    public List<UserProfile> page(UUID company, UserFilter filter, String text, String afterAddress, int size) {
        return entities
                .createQuery(
                        "from User where companyId = :company and email > :after and " + filter.condition()
                                + " and (email like :text escape '!'"
                                + " or lower(concat(firstName, ' ', lastName)) like :text escape '!') order by email",
                        User.class)
                .setParameter("company", company)
                .setParameter("after", afterAddress)
                .setParameter("text", "%" + escaped(text) + "%")
                .setMaxResults(size)
                .getResultList()
                .stream()
                .map(User::profile)
                .toList();
    }

    /** By id, which does not change while someone pages through all of them. */
    List<User> pageById(UUID after, int size) {
        return entities.createQuery(
                        "from User where id > :after and companyId in (select id from Company where removedAt is null)"
                                + " order by id",
                        User.class)
                .setParameter("after", after)
                .setMaxResults(size)
                .getResultList();
    }

    private static String escaped(String text) {
        return text.strip()
                .toLowerCase(Locale.ROOT)
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_");
    }
}
