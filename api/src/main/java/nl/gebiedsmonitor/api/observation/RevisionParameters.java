package nl.gebiedsmonitor.api.observation;

import nl.gebiedsmonitor.api.web.Fields;
import nl.gebiedsmonitor.domain.Fault;
import org.jspecify.annotations.Nullable;

/** Reads {@code revision} and {@code reason}, which belong together. */
final class RevisionParameters {

    private RevisionParameters() {}

    /** The reason of a revision, null when this is none. */
    static @Nullable String reason(@Nullable String flag, @Nullable String reason, Fields fields) {
        boolean revision = fields.flag("revision", flag);
        if (revision && (reason == null || reason.isBlank())) {
            fields.add(new Fault(null, "reason", reason, "required", "With revision=true a reason is required."));
        }
        if (!revision && reason != null) {
            fields.add(new Fault(null, "reason", reason, "revision", "A reason is given with revision=true only."));
        }
        return revision ? reason : null;
    }
}
