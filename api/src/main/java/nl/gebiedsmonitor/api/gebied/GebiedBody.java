package nl.gebiedsmonitor.api.gebied;

import java.util.List;
import java.util.TreeSet;
import nl.gebiedsmonitor.api.web.Fields;
import nl.gebiedsmonitor.api.web.Fields.Field;
import nl.gebiedsmonitor.domain.Fault;
import nl.gebiedsmonitor.domain.gebied.Composition;
import nl.gebiedsmonitor.domain.gebied.CompositionStatus;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.gebied.GebiedCommand;
import nl.gebiedsmonitor.domain.gebied.GebiedCommand.Entry;
import nl.gebiedsmonitor.domain.gebied.GebiedType;
import org.jspecify.annotations.Nullable;

/**
 * A gebied as it is posted.
 *
 * @param compositionStatus whether the members are a published boundary or a reading of it; published when left out
 */
record GebiedBody(
        @Nullable String code,
        @Nullable String name,
        @Nullable String type,
        @Nullable String parent,
        @Nullable List<String> members,
        @Nullable Integer referenceYear,
        @Nullable String compositionStatus) {

    /** Reads this one of many; null when something is wrong with it. */
    @Nullable
    Entry read(Fields fields, @Nullable Long line) {
        int before = fields.count();
        Field<GebiedCode> readCode = fields.required("code", code, GebiedCode::new);
        Field<String> readName = fields.required("name", name, GebiedCommand.NAME::read);
        Field<GebiedType> readType = fields.required("type", type, Fields.oneOf(GebiedType.class));
        Field<GebiedCode> readParent = fields.optional("parent", parent, GebiedCode::new);
        GebiedCode known = readCode.orNull();
        if (known != null && readType.orNull() != null && known.type() != readType.orNull()) {
            fields.add(new Fault(
                    line, "type", type, "type-fits-code", "By its code " + known + " is a " + known.type() + "."));
        }
        Composition composition = composition(fields);
        if (fields.count() > before) {
            return null;
        }
        return fields.tryToMake(
                () -> new Entry(line, readCode.get(), readName.get(), readParent.orNull(), composition));
    }

    private @Nullable Composition composition(Fields fields) {
        if (members == null && referenceYear == null && compositionStatus == null) {
            return null;
        }
        return new CompositionBody(members, referenceYear, compositionStatus).read(fields);
    }

    /** What a focus area consists of, as it is put. */
    record CompositionBody(
            @Nullable List<String> members,
            @Nullable Integer referenceYear,
            @Nullable String compositionStatus) {

        @Nullable
        Composition read(Fields fields) {
            int before = fields.count();
            List<GebiedCode> codes = fields.list(Composition.MEMBERS, members, GebiedCode::new);
            Field<Integer> year = fields.required(
                    "referenceYear", referenceYear == null ? null : referenceYear.toString(), Integer::valueOf);
            Field<CompositionStatus> status =
                    fields.optional("compositionStatus", compositionStatus, Fields.oneOf(CompositionStatus.class));
            if (fields.count() > before) {
                return null;
            }
            return fields.tryToMake(
                    () -> new Composition(new TreeSet<>(codes), year.get(), status.or(CompositionStatus.ESTABLISHED)));
        }
    }
}
