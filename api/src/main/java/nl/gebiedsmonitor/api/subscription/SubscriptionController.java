package nl.gebiedsmonitor.api.subscription;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import nl.gebiedsmonitor.api.configuration.GebiedsmonitorProperties;
import nl.gebiedsmonitor.api.web.Fields;
import nl.gebiedsmonitor.api.web.Fields.Field;
import nl.gebiedsmonitor.api.web.NotFound;
import nl.gebiedsmonitor.api.web.Page;
import nl.gebiedsmonitor.domain.InvalidValue;
import nl.gebiedsmonitor.domain.RuleViolated;
import nl.gebiedsmonitor.projections.eventlog.EventLog;
import nl.gebiedsmonitor.projections.subscription.AttemptView;
import nl.gebiedsmonitor.projections.subscription.SubscriptionView;
import nl.gebiedsmonitor.projections.subscription.Subscriptions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who wants events sent to them. No command and no event: it is configuration that can be deleted. */
@RestController
@RequestMapping("/v1/subscriptions")
class SubscriptionController {

    private final Subscriptions subscriptions;
    private final Targets targets;
    private final Dispatcher dispatcher;
    private final EventLog log;
    private final GebiedsmonitorProperties properties;
    private final Clock clock;

    SubscriptionController(
            Subscriptions subscriptions,
            Targets targets,
            Dispatcher dispatcher,
            EventLog log,
            GebiedsmonitorProperties properties,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.targets = targets;
        this.dispatcher = dispatcher;
        this.log = log;
        this.properties = properties;
        this.clock = clock;
    }

    @PostMapping
    ResponseEntity<ShownSubscription> subscribe(@RequestBody SubscriptionBody body) {
        Secret secret = Secret.random();
        int most = properties.webhooks().subscriptions();
        String id = subscriptions
                .begin(body.read(targets, log.head()), secret.base64(), most)
                .orElseThrow(() -> new RuleViolated(
                        "subscriptions-limited",
                        "There are " + most + " subscriptions, as many as this installation keeps;"
                                + " delete one that nobody needs any more."));
        dispatcher.wake();
        return created(ShownSubscription.with(find(id), log.head(), secret, null));
    }

    @GetMapping
    ResponseEntity<Map<String, List<ShownSubscription>>> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        Fields fields = new Fields();
        Page page = Page.read(cursor, 1, limit, fields);
        long head = log.head();
        List<ShownSubscription> found =
                fields.make(() -> subscriptions.list(page.afterOne(), page.andOneMore())).stream()
                        .map(view -> ShownSubscription.of(view, head))
                        .toList();
        return page.answer("subscriptions", found, shown -> List.of(shown.id()));
    }

    @GetMapping("/{id}")
    ShownSubscription show(@PathVariable String id) {
        return ShownSubscription.of(find(id), log.head());
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(@PathVariable String id) {
        require(subscriptions.delete(id), id);
        return ResponseEntity.noContent().build();
    }

    /** Pauses it, or goes on where it was, also after it was suspended. */
    @PostMapping("/{id}/status-changes")
    ResponseEntity<ShownSubscription> change(@PathVariable String id, @RequestBody StatusChangeBody body) {
        require(
                switch (body.read()) {
                    case ACTIVE -> subscriptions.resume(id);
                    case PAUSED -> subscriptions.pause(id);
                },
                id);
        dispatcher.wake();
        return created(ShownSubscription.of(find(id), log.head()));
    }

    /** Makes a new secret, and signs with that of before too for a while. */
    @PostMapping("/{id}/secrets")
    ResponseEntity<ShownSubscription> rotate(@PathVariable String id) {
        Secret secret = Secret.random();
        Instant until =
                clock.instant().plus(properties.webhooks().secretOverlap()).truncatedTo(ChronoUnit.SECONDS);
        require(subscriptions.rotate(id, secret.base64(), until), id);
        return created(ShownSubscription.with(find(id), log.head(), secret, until));
    }

    /** What was sent last, and what came of it. */
    @GetMapping("/{id}/attempts")
    ResponseEntity<Map<String, List<AttemptView>>> attempts(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        Fields fields = new Fields();
        Page page = Page.read(cursor, 1, limit, fields);
        Field<Long> before = fields.optional("cursor", page.afterOne(), SubscriptionController::number);
        find(id);
        List<AttemptView> found = fields.make(() -> subscriptions.attempts(id, before.orNull(), page.andOneMore()));
        return page.answer("attempts", found, attempt -> List.of(Long.toString(attempt.number())));
    }

    private static Long number(String place) {
        try {
            return Long.valueOf(place);
        } catch (NumberFormatException malformed) {
            throw new InvalidValue("cursor", place, "A cursor is taken from the link to a next page, unchanged.");
        }
    }

    private static ResponseEntity<ShownSubscription> created(ShownSubscription shown) {
        return ResponseEntity.created(URI.create("/v1/subscriptions/" + shown.id()))
                .body(shown);
    }

    private SubscriptionView find(String id) {
        return subscriptions.find(id).orElseThrow(() -> absent(id));
    }

    private static void require(boolean found, String id) {
        if (!found) {
            throw absent(id);
        }
    }

    private static NotFound absent(String id) {
        return new NotFound("subscription " + id);
    }
}
