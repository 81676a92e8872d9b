package nl.gebiedsmonitor.api.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import nl.gebiedsmonitor.domain.Fault;
import nl.gebiedsmonitor.domain.InputRejected;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The request that a command came with, or none when the product itself acts. */
final class Call {

    private static final int LONGEST_KEY = 255;

    private final @Nullable FingerprintedRequest request;
    private final @Nullable String idempotencyKey;
    private final String correlationId = UUID.randomUUID().toString();

    private Call(@Nullable FingerprintedRequest request, @Nullable String idempotencyKey) {
        this.request = request;
        this.idempotencyKey = idempotencyKey;
    }

    static Call current() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            HttpServletRequest request = attributes.getRequest();
            String key = request.getHeader(Headers.IDEMPOTENCY_KEY);
            FingerprintedRequest fingerprinted = FingerprintedRequest.of(request);
            if (key != null && (key.isBlank() || key.length() > LONGEST_KEY || fingerprinted == null)) {
                throw new InputRejected(List.of(new Fault(
                        null,
                        Headers.IDEMPOTENCY_KEY,
                        key,
                        "idempotency-key",
                        "An Idempotency-Key has 1 to 255 characters.")));
            }
            return new Call(fingerprinted, key);
        }
        return new Call(null, null);
    }

    @Nullable
    String idempotencyKey() {
        return idempotencyKey;
    }

    /** Reads the rest of the request, and answers SHA-256 over all of it in hexadecimal. */
    String fingerprint() {
        if (request == null) {
            throw new IllegalStateException("Only a request with an Idempotency-Key has a fingerprint");
        }
        return request.fingerprint();
    }

    String correlationId() {
        return correlationId;
    }
}
