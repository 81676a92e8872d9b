package nl.gebiedsmonitor.api.gebied;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.gebiedsmonitor.api.web.Fields;
import nl.gebiedsmonitor.api.web.Fields.Field;
import nl.gebiedsmonitor.domain.Fault;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.gebied.GebiedCommand;
import nl.gebiedsmonitor.domain.gebied.GebiedCommand.CloseGebied;
import nl.gebiedsmonitor.domain.gebied.ShareBasis;
import nl.gebiedsmonitor.domain.gebied.Succession;
import nl.gebiedsmonitor.domain.gebied.SuccessorShares;
import org.jspecify.annotations.Nullable;

/**
 * Since when a gebied is closed, and what took its place.
 *
 * @param shareBasis what was counted for the shares; there when they are
 * @param shares the share of each successor, by its code; left out when nobody knows
 */
record ClosureBody(
        @Nullable String closedOn,
        @Nullable List<String> successors,
        @Nullable String shareBasis,
        @Nullable Map<String, @Nullable Double> shares) {

    CloseGebied read(String code) {
        Fields fields = new Fields();
        Field<GebiedCode> readCode = fields.required("code", code, GebiedCode::new);
        Field<LocalDate> readDate = fields.required("closedOn", closedOn, Fields::date);
        int before = fields.count();
        List<GebiedCode> readSuccessors = fields.list(GebiedCommand.SUCCESSORS, successors, GebiedCode::new);
        boolean successorsAreGood = fields.count() == before;
        Field<ShareBasis> basis = basis(fields);
        SortedMap<GebiedCode, Double> readShares = shares(fields);
        if (successorsAreGood && readShares != null) {
            fields.check(() -> Succession.requireSharesOf(readSuccessors, readShares.keySet()));
        }
        return fields.make(() -> new CloseGebied(
                readCode.get(),
                readDate.get(),
                new TreeSet<>(readSuccessors),
                readShares == null ? null : new SuccessorShares(basis.get(), readShares)));
    }

    private Field<ShareBasis> basis(Fields fields) {
        if (shares == null && shareBasis != null) {
            fields.add(new Fault(null, "shares", null, "required", "With a shareBasis the field shares is required."));
        }
        return shares == null
                ? fields.optional("shareBasis", shareBasis, Fields.oneOf(ShareBasis.class))
                : fields.required("shareBasis", shareBasis, Fields.oneOf(ShareBasis.class));
    }

    /** The shares, held to all rules that they must meet by themselves; null when left out or at fault. */
    private @Nullable SortedMap<GebiedCode, Double> shares(Fields fields) {
        if (shares == null) {
            return null;
        }
        int before = fields.count();
        fields.check(() -> SuccessorShares.SHARES.require(shares.keySet()));
        if (fields.count() > before) {
            return null;
        }
        SortedMap<GebiedCode, Double> read = new TreeMap<>();
        shares.forEach((successor, share) -> {
            Field<GebiedCode> readCode = fields.required("shares", successor, GebiedCode::new);
            Field<Double> readShare = fields.optional("shares", share, SuccessorShares::requireShare);
            if (share == null) {
                fields.add(new Fault(null, "shares", successor, "required", "Each share is a number."));
            } else if (readCode.orNull() != null && readShare.orNull() != null) {
                read.put(readCode.get(), readShare.get());
            }
        });
        if (fields.count() == before) {
            fields.check(() -> SuccessorShares.requireWhole(read.values()));
        }
        return fields.count() > before ? null : read;
    }
}
