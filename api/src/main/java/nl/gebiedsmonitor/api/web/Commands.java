package nl.gebiedsmonitor.api.web;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import nl.gebiedsmonitor.domain.RuleViolated;
import nl.gebiedsmonitor.projections.eventlog.Acknowledgement;
import nl.gebiedsmonitor.projections.eventlog.Acknowledgements;
import nl.gebiedsmonitor.projections.eventlog.AppendConflict;
import nl.gebiedsmonitor.projections.eventlog.EventLog;
import nl.gebiedsmonitor.projections.eventlog.LogStorageEngine;
import nl.gebiedsmonitor.projections.eventlog.ProjectionBehind;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The way of every command from a request to its durable answer: who acts is put on it, its events and its answer are
 * stored together, and a repeated {@code Idempotency-Key} gets the answer that was given before.
 */
@Component
public class Commands {

    private static final Logger LOG = LoggerFactory.getLogger(Commands.class);

    private static final int TRIES = 4;

    private final CommandBus bus;
    private final EventLog log;
    private final Acknowledgements acknowledgements;
    private final Actors actors;
    private final JsonMapper json;

    Commands(CommandBus bus, EventLog log, Acknowledgements acknowledgements, Actors actors, JsonMapper json) {
        this.bus = bus;
        this.log = log;
        this.acknowledgements = acknowledgements;
        this.actors = actors;
        this.json = json;
    }

    /**
     * Carries a command out and answers when its events are durable.
     *
     * @param source where its facts come from, as the sender says
     * @param result what the handler of the command answers
     * @param reply the answer that follows from that
     */
    public <R> ResponseEntity<String> send(
            Object command, @Nullable String source, Class<R> result, Function<R, Reply> reply) {
        return send(command, source, answered -> reply.apply(result.cast(Objects.requireNonNull(answered))));
    }

    /**
     * Carries a command of the product itself out, again and again while the read models behind its rules are further
     * behind than a request would wait for, as they are at the first start and after an upgrade.
     *
     * @throws ProjectionBehind when this thread is interrupted meanwhile
     */
    public void sendOnceCaughtUp(Object command, String source) {
        while (true) {
            try {
                send(command, source, Reply.ok(Map.of()));
                return;
            } catch (ProjectionBehind behind) {
                if (Thread.currentThread().isInterrupted()) {
                    throw behind;
                }
                LOG.info("{} waits: {}", source, behind.getMessage());
            }
        }
    }

    /** Carries a command out whose handler answers nothing. */
    public ResponseEntity<String> send(Object command, @Nullable String source, Reply reply) {
        return send(command, source, _ -> reply);
    }

    private ResponseEntity<String> send(
            Object command, @Nullable String source, Function<@Nullable Object, Reply> reply) {
        Call call = Call.current();
        for (int attempt = 1; ; attempt++) {
            Optional<Acknowledgements.Given> given = earlier(call);
            if (given.isPresent()) {
                return answer(given.get());
            }
            try {
                return carryOut(command, source, reply, call);
            } catch (AppendConflict conflict) {
                if (attempt == TRIES) {
                    throw conflict;
                }
            } catch (RuntimeException refused) {
                return answer(earlier(call).orElseThrow(() -> refused));
            }
        }
    }

    /**
     * What was answered to the same key. A request that is sent again while the first is still carried out waits for it
     * at the lock of the aggregate, and may then be refused for what the first has done; so this is asked after a refusal
     * too.
     */
    private Optional<Acknowledgements.Given> earlier(Call call) {
        if (call.idempotencyKey() == null) {
            return Optional.empty();
        }
        Optional<Acknowledgements.Given> given =
                acknowledgements.byKey(actors.current().organisation(), call.idempotencyKey());
        if (given.isPresent()
                && !call.fingerprint().equals(given.get().acknowledgement().fingerprint())) {
            throw new RuleViolated(
                    "idempotency-key-for-one-request",
                    "This Idempotency-Key was used before for another request; take a new key.");
        }
        return given;
    }

    private ResponseEntity<String> carryOut(
            Object command, @Nullable String source, Function<@Nullable Object, Reply> reply, Call call) {
        CommandMessage<?> message = message(command, source, call);
        UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(message);
        ResultMessage<Acknowledgement> result = unit.executeWithResult(() -> {
            Reply answer = reply.apply(dispatch(message));
            Acknowledgement acknowledgement = acknowledge(answer, call);
            if (answer.id() != null || call.idempotencyKey() != null) {
                unit.resources().put(LogStorageEngine.ACKNOWLEDGEMENT, acknowledgement);
            }
            return acknowledgement;
        });
        if (result.isExceptional()) {
            throw asUnchecked(result.exceptionResult());
        }
        Long position = unit.getResource(LogStorageEngine.POSITION);
        if (position == null) {
            Acknowledgement kept = unit.getResource(LogStorageEngine.ACKNOWLEDGEMENT);
            position = kept == null ? log.head() : log.appender().append(List.of(), kept);
        }
        return answer(new Acknowledgements.Given(result.getPayload(), position));
    }

    private CommandMessage<?> message(Object command, @Nullable String source, Call call) {
        Actor actor = actors.current();
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("subject", actor.subject());
        metadata.put("organisation", actor.organisation());
        if (source != null) {
            metadata.put("source", source);
        }
        metadata.put("correlationId", call.correlationId());
        return new GenericCommandMessage<>(command, metadata);
    }

    private @Nullable Object dispatch(CommandMessage<?> message) {
        AtomicReference<@Nullable CommandResultMessage<?>> answered = new AtomicReference<>();
        bus.dispatch(message, (CommandMessage<?> _, CommandResultMessage<?> result) -> answered.set(result));
        CommandResultMessage<?> result = answered.get();
        if (result == null) {
            throw new IllegalStateException("The command bus answered nothing to " + message.getCommandName());
        }
        if (result.isExceptional()) {
            throw result.exceptionResult() instanceof AggregateNotFoundException absent
                    ? Absent.of(message.getPayload(), absent)
                    : asUnchecked(result.exceptionResult());
        }
        return result.getPayload();
    }

    private Acknowledgement acknowledge(Reply reply, Call call) {
        return new Acknowledgement(
                reply.id() == null ? UUID.randomUUID().toString() : reply.id(),
                actors.current().organisation(),
                call.idempotencyKey(),
                call.idempotencyKey() == null ? null : call.fingerprint(),
                reply.status(),
                reply.location(),
                json.writeValueAsString(reply.body()));
    }

    private static ResponseEntity<String> answer(Acknowledgements.Given given) {
        Acknowledgement acknowledgement = given.acknowledgement();
        ResponseEntity.BodyBuilder response = ResponseEntity.status(acknowledgement.status())
                .header(Headers.EVENT_POSITION, Long.toString(given.position()))
                .contentType(MediaType.APPLICATION_JSON);
        if (acknowledgement.location() != null) {
            response.location(URI.create(acknowledgement.location()));
        }
        return response.body(acknowledgement.body());
    }

    private static RuntimeException asUnchecked(Throwable thrown) {
        return thrown instanceof RuntimeException unchecked
                ? unchecked
                : new IllegalStateException("The command failed", thrown);
    }
}
