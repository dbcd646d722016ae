package io.dovetail.sso.saml.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.opensaml.saml.common.SignableSAMLObject;
import org.opensaml.saml.common.xml.SAMLConstants;
import org.opensaml.saml.saml2.metadata.EntitiesDescriptor;
import org.opensaml.saml.saml2.metadata.EntityDescriptor;
import org.opensaml.saml.saml2.metadata.IDPSSODescriptor;

/**
 * The one provider that is meant, among all entities that a file describes (security.md I6).
 *
 * @param lists the lists around it, the outermost first
 * @param role its part as a provider of SAML 2.0
 */
record FoundProvider(List<EntitiesDescriptor> lists, EntityDescriptor entity, IDPSSODescriptor role) {
    /** Of lists in lists; each may be signed, and each signature is a look at the whole list. */
    private static final int DEEPEST_LIST = 8;

    /** Entity IDs that a refusal offers to choose from. */
    private static final int MOST_OFFERED = 1_000;

    /** An entity with at least one role as a provider of SAML 2.0: what stands beside such ones is no question. */
    private record Candidate(List<EntitiesDescriptor> lists, EntityDescriptor entity, List<IDPSSODescriptor> roles) {

        boolean isNamed(String entityId) {
            return entityId.equals(entity.getEntityID());
        }
    }

    /** @throws MetadataRefused if it is none, or a question which */
    static FoundProvider in(SignableSAMLObject root, EntityChoice choice) throws MetadataRefused {
        var candidates = new ArrayList<Candidate>();
        collect(root, List.of(), candidates);
        if (candidates.isEmpty()) {
            throw new MetadataRefused(MetadataReason.NOT_A_PROVIDER);
        }
        var meant = meant(candidates, choice);
        if (meant.isEmpty()) {
            throw new MetadataRefused(MetadataReason.ENTITY_UNKNOWN, offered(candidates));
        }
        if (meant.stream()
                        .map(one -> Optional.ofNullable(one.entity().getEntityID()))
                        .distinct()
                        .count()
                > 1) {
            throw new MetadataRefused(MetadataReason.SEVERAL_ENTITIES, offered(candidates));
        }
        var found = meant.get(0);
        if (meant.size() > 1 || found.roles().size() > 1) {
            throw new MetadataRefused(MetadataReason.SEVERAL_ROLES);
        }
        return new FoundProvider(found.lists(), found.entity(), found.roles().get(0));
    }

    /** From the outermost list to the role: what any of them says of time, or signs, holds for the provider. */
    Stream<SignableSAMLObject> levels() {
        return Stream.concat(lists.stream(), Stream.of(entity, role));
    }

    private static List<Candidate> meant(List<Candidate> candidates, EntityChoice choice) {
        var wanted = choice.wanted();
        var isAnyMeant = wanted.isEmpty() || (choice instanceof EntityChoice.Known && candidates.size() == 1);
        return isAnyMeant
                ? candidates
                : candidates.stream().filter(one -> one.isNamed(wanted.get())).toList();
    }

    private static void collect(SignableSAMLObject part, List<EntitiesDescriptor> around, List<Candidate> found)
            throws MetadataRefused {
        if (part instanceof EntityDescriptor entity) {
            var roles = roles(entity);
            if (!roles.isEmpty()) {
                found.add(new Candidate(around, entity, roles));
            }
            return;
        }
        if (around.size() == DEEPEST_LIST) {
            throw new MetadataRefused(MetadataReason.TOO_LARGE);
        }
        var list = (EntitiesDescriptor) part;
        var within = Stream.concat(around.stream(), Stream.of(list)).toList();
        for (var entity : list.getEntityDescriptors()) {
            collect(entity, within, found);
        }
        for (var inner : list.getEntitiesDescriptors()) {
            collect(inner, within, found);
        }
    }

    private static List<IDPSSODescriptor> roles(EntityDescriptor entity) {
        return entity.getRoleDescriptors(IDPSSODescriptor.DEFAULT_ELEMENT_NAME).stream()
                .map(IDPSSODescriptor.class::cast)
                .filter(role -> role.isSupportedProtocol(SAMLConstants.SAML20P_NS))
                .toList();
    }

    private static List<String> offered(List<Candidate> candidates) {
        return candidates.stream()
                .flatMap(one -> Stream.ofNullable(one.entity().getEntityID()))
                .filter(entityId -> !entityId.isBlank())
                .distinct()
                .limit(MOST_OFFERED)
                .toList();
    }
}
