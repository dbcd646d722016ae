package io.dovetail.sso.recovery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The eight codes of each company, of which only hashes are kept. */
@ApplicationScoped
public class RecoveryCodes {
    private static final int COUNT = 8;

    private final EntityManager database;
    private final Clock clock;

    RecoveryCodes(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Eight new codes, shown this once; the ones before count no longer. */
    public List<String> replace(UUID companyId) {
        var texts = new ArrayList<String>();
        for (var position = 1; position <= COUNT; position++) {
            var code = RecoveryCode.fresh();
            texts.add(code.text());
            database.createNativeQuery("insert into recovery_code (company_id, position, code_hash) values (?, ?, ?)"
                            + " on conflict (company_id, position)"
                            + " do update set code_hash = excluded.code_hash, used_at = null")
                    .setParameter(1, companyId)
                    .setParameter(2, position)
                    .setParameter(3, code.hash(companyId))
                    .executeUpdate();
        }
        return List.copyOf(texts);
    }

    /** @return false if it is none of the company's or was used before; of many at once, one gets true */
    boolean spend(UUID companyId, RecoveryCode code) {
        return database.createNativeQuery("update recovery_code set used_at = ?"
                                + " where company_id = ? and code_hash = ? and used_at is null")
                        .setParameter(1, Timestamp.from(clock.instant()))
                        .setParameter(2, companyId)
                        .setParameter(3, code.hash(companyId))
                        .executeUpdate()
                == 1;
    }

    int left(UUID companyId) {
        return ((Number) database.createNativeQuery(
                                "select count(*) from recovery_code where company_id = ? and used_at is null")
                        .setParameter(1, companyId)
                        .getSingleResult())
                .intValue();
    }
}
