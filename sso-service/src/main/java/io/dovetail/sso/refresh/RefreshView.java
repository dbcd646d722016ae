package io.dovetail.sso.refresh;

import io.dovetail.sso.keys.Certificate;
import io.dovetail.sso.keys.HeldChange;
import io.dovetail.sso.keys.KeyChange;
import io.dovetail.sso.keys.RefreshState.Problem;
import io.dovetail.sso.keys.TakeOverMetadata.Outcome;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What {@code POST /api/sso/{company}/refresh-metadata} answers: of the current version and of the draft. */
@Schema(name = "Refreshed")
record RefreshView(List<VersionRefresh> versions) {

    /** How a try went. */
    @Schema(name = "RefreshResult")
    enum Result {
        UNCHANGED,
        KEYS_CHANGED,
        HELD,
        FAILED
    }

    /** What came of it for one version. */
    record VersionRefresh(
            int version,
            Result result,
            List<Certificate> added,
            List<Certificate> ended,

            @Schema(description = "What waits for an administrator") @Nullable
            HeldChange held,

            @Schema(description = "Why the metadata could not be read") @Nullable
            Problem problem) {

        static VersionRefresh of(int version, Outcome outcome) {
            if (outcome instanceof Outcome.Held held) {
                return of(version, Result.HELD, KeyChange.NONE, held.change(), null);
            }
            if (outcome instanceof Outcome.Failed failed) {
                return of(version, Result.FAILED, KeyChange.NONE, null, failed.problem());
            }
            var change = outcome instanceof Outcome.Taken taken ? taken.change() : KeyChange.NONE;
            return of(version, change.isEmpty() ? Result.UNCHANGED : Result.KEYS_CHANGED, change, null, null);
        }

        private static VersionRefresh of(
                int version, Result result, KeyChange change, @Nullable HeldChange held, @Nullable Problem problem) {
            return new VersionRefresh(version, result, change.added(), change.ended(), held, problem);
        }
    }
}
