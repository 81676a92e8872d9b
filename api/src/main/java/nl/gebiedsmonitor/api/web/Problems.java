package nl.gebiedsmonitor.api.web;

import static java.util.stream.Collectors.joining;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import nl.gebiedsmonitor.domain.Fault;
import nl.gebiedsmonitor.domain.InputRejected;
import nl.gebiedsmonitor.domain.InvalidValue;
import nl.gebiedsmonitor.domain.RuleViolated;
import nl.gebiedsmonitor.domain.gebied.RegistrationRejected;
import nl.gebiedsmonitor.domain.observation.DeliveryRejected;
import nl.gebiedsmonitor.domain.observation.Receipt;
import nl.gebiedsmonitor.projections.eventlog.AppendConflict;
import nl.gebiedsmonitor.projections.eventlog.OutcomeUnknown;
import nl.gebiedsmonitor.projections.eventlog.ProjectionBehind;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;

/** Tells every error as problem+json (RFC 9457), in words for whoever sent the request. */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler
    ResponseEntity<Object> rejected(InputRejected rejected) {
        ProblemDetail problem = problem(
                HttpStatus.BAD_REQUEST, "Invalid input", count(rejected.faults().size()));
        problem.setProperty("errors", rejected.faults());
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<Object> invalid(InvalidValue invalid) {
        return rejected(new InputRejected(List.of(Fault.of(null, null, invalid))));
    }

    @ExceptionHandler
    ResponseEntity<Object> deliveryRejected(DeliveryRejected rejected) {
        Receipt receipt = rejected.receipt();
        ProblemDetail problem = problem(
                HttpStatus.BAD_REQUEST,
                "Delivery rejected",
                "Nothing was stored. " + count(receipt.errorCount()) + " Correct what is wrong and deliver again.");
        problem.setProperty("accepted", receipt.accepted());
        problem.setProperty("unchanged", receipt.unchanged());
        problem.setProperty("revised", receipt.revised());
        problem.setProperty("rejected", receipt.rejected());
        problem.setProperty("missing", receipt.missing());
        problem.setProperty("errorCount", receipt.errorCount());
        problem.setProperty("errors", receipt.errors());
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<Object> registrationRejected(RegistrationRejected rejected) {
        int errors = rejected.faults().size();
        ProblemDetail problem = problem(
                HttpStatus.BAD_REQUEST,
                "Registration rejected",
                "Nothing was registered. " + count(errors) + " Correct what is wrong and send all again.");
        problem.setProperty("registered", rejected.registered());
        problem.setProperty("unchanged", rejected.unchanged());
        problem.setProperty("rejected", rejected.rejected());
        problem.setProperty("errorCount", errors);
        problem.setProperty(
                "errors", rejected.faults().stream().limit(Receipt.SHOWN).toList());
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<Object> violated(RuleViolated violated) {
        ProblemDetail problem = problem(HttpStatus.CONFLICT, "Against a rule", violated.detail());
        problem.setProperty("rule", violated.rule());
        problem.setProperty("errors", violated.faults());
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<Object> absent(NotFound absent) {
        return answer(problem(HttpStatus.NOT_FOUND, "Not found", absent.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<Object> tooLarge(TooLarge tooLarge) {
        return answer(problem(HttpStatus.CONTENT_TOO_LARGE, "Too large", tooLarge.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<Object> behind(ProjectionBehind behind) {
        LOG.info("{}", behind.getMessage());
        return later("What you ask for is not up to date yet; try again in a moment.");
    }

    @ExceptionHandler
    ResponseEntity<Object> meanwhile(AppendConflict conflict) {
        LOG.info("{}", conflict.getMessage());
        return later("Others wrote the same thing at the same time, time and again; try again in a moment.");
    }

    @ExceptionHandler
    ResponseEntity<Object> unacceptable(NotAcceptable unacceptable) {
        return answer(problem(HttpStatus.NOT_ACCEPTABLE, "Not acceptable", unacceptable.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<Object> notMade(NotImplemented asked) {
        ProblemDetail problem = problem(
                HttpStatus.NOT_IMPLEMENTED,
                "Not implemented",
                "The standard has this, and it is not made here. Leave it out, and ask again.");
        problem.setProperty("errors", asked.parts());
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<Object> unchanged(NotModified unchanged) {
        return ResponseEntity.status(HttpStatus.NOT_MODIFIED).build();
    }

    @ExceptionHandler
    ResponseEntity<Object> busy(TooBusy busy) {
        return later(String.valueOf(busy.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<Object> unknown(OutcomeUnknown unknown) {
        LOG.error("The database failed during commit", unknown);
        return later("It is not certain that this was stored; send it again with the same Idempotency-Key.");
    }

    @ExceptionHandler
    ResponseEntity<Object> mismatch(MethodArgumentTypeMismatchException mismatch) {
        return rejected(new InputRejected(List.of(new Fault(
                null,
                mismatch.getName(),
                String.valueOf(mismatch.getValue()),
                "type",
                "This cannot be a value of " + mismatch.getName() + "."))));
    }

    @ExceptionHandler
    ResponseEntity<Object> unreadable(InvalidParameterException unreadable) {
        return rejected(new InputRejected(List.of(new Fault(
                null, null, null, "query", "The query cannot be read: it is malformed or holds too many keys."))));
    }

    @ExceptionHandler
    ResponseEntity<Object> fault(Exception fault, HttpServletRequest request) {
        String id = UUID.randomUUID().toString();
        LOG.error("Internal fault {} at {} {}", id, request.getMethod(), request.getRequestURI(), fault);
        ProblemDetail problem = problem(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "Internal fault",
                "Something went wrong on our side. Mention " + id + " when you report it.");
        problem.setProperty("id", id);
        return answer(problem);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        Throwable cause = unreadable.getMostSpecificCause();
        if (cause instanceof JacksonException json) {
            return rejected(new InputRejected(List.of(JsonFaults.of(json))));
        }
        return rejected(new InputRejected(
                List.of(new Fault(null, null, null, "body", "The body is missing or cannot be read."))));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMediaTypeNotSupported(
            HttpMediaTypeNotSupportedException unsupported,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        String types = unsupported.getSupportedMediaTypes().stream()
                .map(Object::toString)
                .collect(joining(", "));
        ProblemDetail problem = problem(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "Unsupported media type",
                types.isEmpty()
                        ? unsupported.getMessage()
                        : "A body is sent here as " + types + ", and its Content-Type says which.");
        return handleExceptionInternal(unsupported, problem, headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMediaTypeNotAcceptable(
            HttpMediaTypeNotAcceptableException unacceptable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        List<String> made = unacceptable.getSupportedMediaTypes().stream()
                .filter(MediaType::isConcrete)
                .map(type -> type.getType() + "/" + type.getSubtype())
                .distinct()
                .toList();
        return unacceptable(
                made.isEmpty()
                        ? NotAcceptable.unreadable(List.of(MediaType.APPLICATION_JSON_VALUE), "")
                        : NotAcceptable.of(made, ""));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleNoResourceFoundException(
            NoResourceFoundException absent, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(problem(HttpStatus.NOT_FOUND, "Not found", "There is nothing at this address."));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception exception,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        ResponseEntity<Object> answered = super.handleExceptionInternal(exception, body, headers, status, request);
        if (answered != null && answered.getBody() instanceof ProblemDetail problem) {
            if (problem.getTitle() == null) {
                problem.setTitle(String.valueOf(HttpStatus.resolve(status.value())));
            }
            HttpHeaders all = new HttpHeaders();
            all.putAll(answered.getHeaders());
            all.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
            return new ResponseEntity<>(problem, all, status);
        }
        return answered;
    }

    private static ResponseEntity<Object> later(String detail) {
        ProblemDetail problem = problem(HttpStatus.SERVICE_UNAVAILABLE, "Try again", detail);
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "1")
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static ProblemDetail problem(HttpStatus status, String title, @Nullable String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, String.valueOf(detail));
        problem.setTitle(title);
        return problem;
    }

    private static ResponseEntity<Object> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static String count(long faults) {
        return faults == 1 ? "There is 1 error." : "There are " + faults + " errors.";
    }
}
