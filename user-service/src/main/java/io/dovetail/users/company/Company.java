package io.dovetail.users.company;

import io.dovetail.kit.event.Actor;
import io.dovetail.kit.event.Event;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/** A tenant. */
@Entity
@SuppressWarnings("NullAway.Init")
class Company {
    private static final String TOPIC = "dovetail.users";
    private static final long FIRST_REVISION = 1;

    @Id
    private UUID id;

    private String name;

    @Enumerated(EnumType.STRING)
    private CompanyStatus status;

    @Enumerated(EnumType.STRING)
    private SingleSignOn singleSignOn;

    @ElementCollection(fetch = FetchType.EAGER)
    @BatchSize(size = 100)
    @CollectionTable(name = "company_domain", joinColumns = @JoinColumn(name = "company_id"))
    @Column(name = "domain")
    private Set<String> domains;

    private UUID firstAdministratorId;
    private long revision;
    private Instant createdAt;
    private @Nullable Instant removedAt;

    protected Company() {}

    Company(
            UUID id,
            String name,
            SingleSignOn singleSignOn,
            Collection<DomainName> domains,
            UUID firstAdministratorId,
            Instant now) {
        this.id = id;
        this.name = name;
        this.status = CompanyStatus.ACTIVE;
        this.singleSignOn = singleSignOn;
        this.domains = texts(domains);
        this.firstAdministratorId = firstAdministratorId;
        this.revision = FIRST_REVISION;
        this.createdAt = now;
    }

    UUID id() {
        return id;
    }

    String name() {
        return name;
    }

    CompanyProfile profile() {
        return new CompanyProfile(id, name, status, singleSignOn, sortedDomains(), firstAdministratorId);
    }

    /** @return whether anything is different now; only then did the revision grow */
    boolean change(ChangeCompany.Command wish) {
        var newName = wish.name().orElse(name);
        var newSingleSignOn = wish.singleSignOn().orElse(singleSignOn);
        var newDomains = wish.domains().map(Company::texts).orElse(domains);
        if (newName.equals(name) && newSingleSignOn == singleSignOn && newDomains.equals(domains)) {
            return false;
        }
        name = newName;
        singleSignOn = newSingleSignOn;
        domains.retainAll(newDomains);
        domains.addAll(newDomains);
        revision++;
        return true;
    }

    /** @return whether it is different now; only then did the revision grow */
    boolean become(CompanyStatus wish) {
        var changes = status != wish;
        status = wish;
        revision += changes ? 1 : 0;
        return changes;
    }

    boolean isRemoved() {
        return removedAt != null;
    }

    /** From now on it is gone for everybody, and others may have its domains. */
    Event remove(Actor who, Instant now) {
        removedAt = now;
        domains.clear();
        return Event.of(TOPIC, "company-removed", id.toString(), id, who, now, new CompanyRemoved(id));
    }

    /** The whole present state; told again whenever someone asks for it. */
    Event changed(Actor who, Instant now) {
        var data = new CompanyChanged(id, revision, name, status, singleSignOn, sortedDomains());
        return Event.of(TOPIC, "company-changed", id.toString(), id, who, now, data);
    }

    private List<String> sortedDomains() {
        return domains.stream().sorted().toList();
    }

    private static Set<String> texts(Collection<DomainName> domains) {
        return domains.stream().map(DomainName::text).collect(Collectors.toCollection(HashSet::new));
    }
}
