package nl.gebiedsmonitor.api.subscription;

import java.net.URI;
import java.util.List;
import nl.gebiedsmonitor.api.feed.FilterParameters;
import nl.gebiedsmonitor.api.web.Cursor;
import nl.gebiedsmonitor.api.web.Fields;
import nl.gebiedsmonitor.api.web.Fields.Field;
import nl.gebiedsmonitor.domain.ListRule;
import nl.gebiedsmonitor.domain.TextRule;
import nl.gebiedsmonitor.projections.feed.FeedFilter;
import nl.gebiedsmonitor.projections.subscription.NewSubscription;
import org.jspecify.annotations.Nullable;

/**
 * What is posted to subscribe.
 *
 * @param target where events are sent
 * @param after the cursor of the feed after which to begin; what comes from now on when left out
 * @param name what it is called; the host of the target when left out
 */
record SubscriptionBody(
        @Nullable String target,
        @Nullable String name,
        @Nullable List<String> types,
        @Nullable List<String> indicator,
        @Nullable List<String> gebied,
        @Nullable String within,
        @Nullable String after) {

    private static final int MOST = 1000;

    private static final TextRule NAME = TextRule.oneLine("subscription-name", "A subscription has a name", 200);

    /** @param head the last position there is, which is also where to begin when nothing else is said */
    NewSubscription read(Targets targets, long head) {
        Fields fields = new Fields();
        Field<String> readTarget = fields.required("target", target, targets::read);
        Field<String> readName = fields.optional("name", name, NAME::read);
        requireFew("types", types, fields);
        requireFew("indicator", indicator, fields);
        requireFew("gebied", gebied, fields);
        FeedFilter filter = FilterParameters.read(types, indicator, gebied, within, fields);
        Field<Long> cursor = fields.optional("after", after, text -> Cursor.read(text, position -> position <= head));
        return fields.make(() -> new NewSubscription(
                readName.or(URI.create(readTarget.get()).getHost()), readTarget.get(), filter, cursor.or(head)));
    }

    private static void requireFew(String field, @Nullable List<String> values, Fields fields) {
        fields.check(() -> ListRule.atMost(MOST, "filter-length", field, "values to ask for")
                .require(values == null ? 0 : values.size()));
    }
}
