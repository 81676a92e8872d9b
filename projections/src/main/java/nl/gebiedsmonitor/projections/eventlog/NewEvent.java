package nl.gebiedsmonitor.projections.eventlog;

/** An event that has no position yet, serialised and ready to be stored. */
@SuppressWarnings("ArrayRecordComponent") // the bytes pass through once, on their way to a column
record NewEvent(
        String eventId,
        String aggregateType,
        String aggregateId,
        long sequence,
        String type,
        String revision,
        byte[] payload,
        byte[] metadata) {}
