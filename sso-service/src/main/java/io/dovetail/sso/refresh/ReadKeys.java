package io.dovetail.sso.refresh;

import io.dovetail.sso.connection.Connections;
import io.dovetail.sso.connection.InUse;
import io.dovetail.sso.copies.Companies;
import io.dovetail.sso.keys.TrustedKey;
import io.dovetail.sso.keys.TrustedKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Shows every key that counts or counted, with the versions that it did so for. */
@ApplicationScoped
class ReadKeys {
    private final Companies companies;
    private final Connections connections;
    private final TrustedKeys trustedKeys;

    ReadKeys(Companies companies, Connections connections, TrustedKeys trustedKeys) {
        this.companies = companies;
        this.connections = connections;
        this.trustedKeys = trustedKeys;
    }

    @Transactional
    KeyList handle(UUID companyId) {
        companies.requireAllowed(companyId);
        var inUse = connections.versionsInUse(companyId);
        var byCertificate = trustedKeys.history(companyId, inUse.versions().toList()).stream()
                .collect(Collectors.groupingBy(TrustedKey::certificate, LinkedHashMap::new, Collectors.toList()));
        return new KeyList(
                byCertificate.values().stream().map(uses -> key(uses, inUse)).toList());
    }

    private static KeyList.Key key(List<TrustedKey> uses, InUse inUse) {
        var certificate = uses.get(0).certificate();
        var shown = uses.stream()
                .map(use -> new KeyList.Use(
                        use.version(),
                        KeyList.Part.of(use.version(), inUse),
                        use.addedAt(),
                        use.endedAt().orElse(null)))
                .toList();
        return new KeyList.Key(
                certificate.fingerprint(),
                certificate.subject(),
                certificate.notBefore(),
                certificate.notAfter(),
                shown.stream().anyMatch(KeyList.Use::countsNow),
                shown);
    }
}
