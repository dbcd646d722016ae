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
        return entities.createQuery("from User where email = :email order by id", User.class)
                .setParameter("email", address.text())
                .getResultStream()
                .map(User::profile)
                .toList();
    }

    void add(User user) {
        entities.persist(user);
        entities.flush();
    }

    /** Reads the user afresh and locks them until the end of the transaction. */
    User requireForChange(UUID id) {
        var user = entities.getReference(User.class, id);
        entities.refresh(user, LockModeType.PESSIMISTIC_WRITE);
        return user;
    }

    /**
     * A company's users by address, which is unique there.
     *
     * @param text a part of the address or the name; blank for everybody
     * @param afterAddress empty for the first page
     */
    @Transactional
    public List<UserProfile> page(UUID company, UserFilter filter, String text, String afterAddress, int size) {
        return entities.createQuery(
                        "from User where companyId = :company and email > :after and " + filter.condition()
                                + " and (email like :text escape '!'"
                                + " or lower(concat(firstName, ' ', lastName)) like :text escape '!') order by email",
                        User.class)
                .setParameter("company", company)
                .setParameter("after", afterAddress)
                .setParameter("text", "%" + escaped(text) + "%")
                .setMaxResults(size)
                .getResultStream()
                .map(User::profile)
                .toList();
    }

    /** By id, which does not change while someone pages through all of them. */
    List<User> pageById(UUID after, int size) {
        return entities.createQuery("from User where id > :after order by id", User.class)
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
