package io.dovetail.users.company;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The stored companies. */
@ApplicationScoped
public class Companies {
    private static final String STAYS_ACTIVE =
            "select 1 from company where id = :company and status = 'ACTIVE' and removed_at is null for share";

    private static final String HOLD = "select 1 from company where id = :company for share skip locked";

    private final EntityManager entities;

    Companies(EntityManager entities) {
        this.entities = entities;
    }

    @Transactional
    public Optional<CompanyProfile> find(UUID company) {
        return findCompany(company).map(Company::profile);
    }

    /** The company, unless it is suspended. */
    @Transactional
    public Optional<CompanyProfile> findActive(UUID company) {
        return find(company).filter(found -> found.status() == CompanyStatus.ACTIVE);
    }

    /** Whether its people may work, which stays so until the transaction ends; asked before users are locked. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean staysActive(UUID company) {
        return !entities.createNativeQuery(STAYS_ACTIVE, Integer.class)
                .setParameter("company", company)
                .getResultList()
                .isEmpty();
    }

    /**
     * Keeps the company as it is until the transaction ends.
     *
     * @return false, at once, while somebody changes it
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean holdIfFree(UUID company) {
        return !entities.createNativeQuery(HOLD, Integer.class)
                .setParameter("company", company)
                .getResultList()
                .isEmpty();
    }

    /**
     * The company, whose people may work, which stays so until the transaction ends; asked before switch-over and users
     * are locked.
     *
     * @throws io.dovetail.kit.problem.ProblemException company-unknown or company-suspended
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public CompanyProfile requireStaysActive(UUID company) {
        if (!staysActive(company)) {
            throw find(company)
                    .map(suspended -> CompanyProblems.suspended())
                    .orElseGet(CompanyProblems::unknown)
                    .exception();
        }
        return requireActive(company);
    }

    /**
     * The company, whose people may work.
     *
     * @throws io.dovetail.kit.problem.ProblemException company-unknown or company-suspended
     */
    @Transactional
    public CompanyProfile requireActive(UUID company) {
        var found = find(company).orElseThrow(() -> CompanyProblems.unknown().exception());
        if (found.status() != CompanyStatus.ACTIVE) {
            throw CompanyProblems.suspended().exception();
        }
        return found;
    }

    /** The company whose people have addresses of this domain. */
    @Transactional
    public Optional<CompanyProfile> findByDomain(DomainName domain) {
        return entities
                .createQuery("from Company c where :domain member of c.domains", Company.class)
                .setParameter("domain", domain.text())
                .getResultList()
                .stream()
                .findFirst()
                .map(Company::profile);
    }

    void add(Company company) {
        entities.persist(company);
    }

    /**
     * Locks the company until the end of the transaction; empty also when it was erased while we waited for the lock.
     */
    Optional<Company> findForChange(UUID id) {
        List<?> locked = entities.createNativeQuery("select id from company where id = :id for update", UUID.class)
                .setParameter("id", id)
                .getResultList();
        var company = locked.stream().findFirst().map(found -> entities.find(Company.class, found));
        company.ifPresent(entities::refresh);
        return company.filter(found -> !found.isRemoved());
    }

    /**
     * Makes sure that no other company has one of the domains, now and until the end of the transaction: operators give
     * domains away one after the other.
     *
     * @throws io.dovetail.kit.problem.ProblemException domain-taken
     */
    void requireFree(Collection<DomainName> domains, UUID company) {
        if (domains.isEmpty()) {
            return;
        }
        entities.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended('company-domain', 0))")
                .getSingleResult();
        var taken = entities.createQuery(
                        "select d from Company c join c.domains d where d in :domains and c.id <> :company order by d",
                        String.class)
                .setParameter("domains", domains.stream().map(DomainName::text).toList())
                .setParameter("company", company)
                .getResultList();
        if (!taken.isEmpty()) {
            throw CompanyProblems.domainTaken(taken).exception();
        }
    }

    Optional<Company> findCompany(UUID id) {
        return Optional.ofNullable(entities.find(Company.class, id)).filter(found -> !found.isRemoved());
    }

    /** By name; the first ones, or those after the given one. */
    List<Company> page(@Nullable Company after, int size) {
        if (after == null) {
            return entities.createQuery("from Company where removedAt is null order by name, id", Company.class)
                    .setMaxResults(size)
                    .getResultList();
        }
        return entities.createQuery(
                        "from Company where removedAt is null and (name > :name or (name = :name and id > :id))"
                                + " order by name, id",
                        Company.class)
                .setParameter("name", after.name())
                .setParameter("id", after.id())
                .setMaxResults(size)
                .getResultList();
    }

    /** By id, which does not change while someone pages through all of them. */
    List<Company> pageById(UUID after, int size) {
        return entities.createQuery("from Company where removedAt is null and id > :after order by id", Company.class)
                .setParameter("after", after)
                .setMaxResults(size)
                .getResultList();
    }
}
