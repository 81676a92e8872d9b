package nl.gebiedsmonitor.projections.eventlog;

import org.jspecify.annotations.Nullable;

/**
 * What is answered to a POST, stored in the transaction of its events.
 *
 * @param idempotencyKey the sender's key; null when the sender gave none
 * @param fingerprint SHA-256 over the request, in hexadecimal, by which a key used for another request is found out
 * @param status the HTTP status
 * @param location the path of what was made, if any
 * @param body the JSON body
 */
public record Acknowledgement(
        String id,
        String organisation,
        @Nullable String idempotencyKey,
        @Nullable String fingerprint,
        int status,
        @Nullable String location,
        String body) {}
