package nl.gebiedsmonitor.api.web;

import java.util.List;

/** Nothing that there is can be accepted by whoever asks. */
public final class NotAcceptable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private NotAcceptable(String detail) {
        super(detail);
    }

    /**
     * Of a header that accepts none of what there is.
     *
     * @param types the media types that there are
     * @param orElse how they can be asked for otherwise, to end a sentence with; may be empty
     */
    static NotAcceptable of(List<String> types, String orElse) {
        return new NotAcceptable(there(types, orElse));
    }

    /** The same of a header that cannot be read. */
    static NotAcceptable unreadable(List<String> types, String orElse) {
        return new NotAcceptable("The header Accept cannot be read. " + there(types, orElse));
    }

    private static String there(List<String> types, String orElse) {
        return "There is " + String.join(", ", types) + " here; ask for one of these in Accept" + orElse + ".";
    }
}
