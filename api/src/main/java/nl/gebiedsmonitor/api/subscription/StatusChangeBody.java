package nl.gebiedsmonitor.api.subscription;

import nl.gebiedsmonitor.api.web.Fields;
import nl.gebiedsmonitor.api.web.Fields.Field;
import org.jspecify.annotations.Nullable;

/** What is posted to pause a subscription, or to go on. */
record StatusChangeBody(@Nullable String status) {

    enum Change {
        ACTIVE,
        PAUSED
    }

    Change read() {
        Fields fields = new Fields();
        Field<Change> change = fields.required("status", status, Fields.oneOf(Change.class));
        return fields.make(change::get);
    }
}
