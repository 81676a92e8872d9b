package nl.gebiedsmonitor.api.web;

import org.jspecify.annotations.Nullable;

/**
 * What is answered to a command that was taken. It follows from the command and its result alone, so that it can be
 * stored with the events and given again.
 *
 * @param id the id under which the answer can be asked for later; null when it need not be kept
 * @param location the path of what was made, if anything was
 * @param body what becomes the JSON body
 */
public record Reply(
        int status, @Nullable String id, @Nullable String location, Object body) {

    public static Reply created(String location, Object body) {
        return new Reply(201, null, location, body);
    }

    public static Reply ok(Object body) {
        return new Reply(200, null, null, body);
    }

    /** Created when something changed, otherwise the same thing found as it was. */
    public static Reply createdIf(boolean changed, String location, Object body) {
        return changed ? created(location, body) : new Reply(200, null, location, body);
    }

    /** The same answer, to be kept under an id. */
    public Reply keptAs(String keptId) {
        return new Reply(status, keptId, location, body);
    }
}
