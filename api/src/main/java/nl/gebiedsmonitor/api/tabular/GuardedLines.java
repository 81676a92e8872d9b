package nl.gebiedsmonitor.api.tabular;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import nl.gebiedsmonitor.domain.Fault;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a UTF-8 file, one by one. A line that is too long, is not UTF-8 or holds control characters becomes a
 * fault and an empty line, so that the numbers of the lines stay true. A byte order mark at the start is skipped; lines
 * end with LF, CR LF or CR.
 */
public final class GuardedLines {

    /** The longest line that is taken, in bytes. */
    public static final int LONGEST = 64 * 1024;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final InputStream in;
    private final FaultList faults;
    private byte[] buffer = new byte[1024];
    private int length;
    private boolean tooLong;
    private boolean afterCarriageReturn;
    private long number;
    private boolean bad;

    public GuardedLines(InputStream in, FaultList faults) {
        this.in = in instanceof BufferedInputStream ? in : new BufferedInputStream(in, LONGEST);
        this.faults = faults;
    }

    /** The next line without its end, empty when it was at fault, or null after the last. */
    public @Nullable String next() throws IOException {
        if (!fill()) {
            return null;
        }
        number++;
        bad = false;
        if (tooLong) {
            return fault("line-length", "A line has at most " + LONGEST + " bytes.");
        }
        String line = decode();
        if (line == null) {
            return fault("utf-8", "The file is not in UTF-8 here; save it as UTF-8 and send it again.");
        }
        if (number == 1 && line.startsWith(BYTE_ORDER_MARK)) {
            line = line.substring(1);
        }
        if (line.contains(BYTE_ORDER_MARK)) {
            return fault("byte-order-mark", "A byte order mark stands at the start of a file or not at all.");
        }
        for (int i = 0; i < line.length(); i++) {
            char character = line.charAt(i);
            if (Character.isISOControl(character) && character != '\t') {
                return fault(
                        "control-character",
                        "There is a control character (number " + (int) character + ") at place " + (i + 1) + ".");
            }
        }
        return line;
    }

    /** The number of the last line, from 1. */
    public long number() {
        return number;
    }

    /** Whether the last line was at fault. */
    public boolean isBad() {
        return bad;
    }

    /** Puts a fault on the last line and answers the empty line in its place. */
    String fault(String rule, String detail) {
        bad = true;
        faults.add(new Fault(number, null, null, rule, detail));
        return "";
    }

    private boolean fill() throws IOException {
        length = 0;
        tooLong = false;
        boolean any = false;
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next == '\n' && afterCarriageReturn) {
                afterCarriageReturn = false;
                continue;
            }
            afterCarriageReturn = next == '\r';
            if (next == '\n' || next == '\r') {
                return true;
            }
            any = true;
            append((byte) next);
        }
        return any;
    }

    private void append(byte one) {
        if (length == LONGEST) {
            tooLong = true;
            return;
        }
        if (length == buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.min(LONGEST, 2 * buffer.length));
        }
        buffer[length++] = one;
    }

    private @Nullable String decode() {
        for (int i = 0; i < length; i++) {
            if (buffer[i] < 0) {
                return decodeStrictly();
            }
        }
        return new String(buffer, 0, length, StandardCharsets.ISO_8859_1);
    }

    private @Nullable String decodeStrictly() {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(buffer, 0, length))
                    .toString();
        } catch (CharacterCodingException malformed) {
            return null;
        }
    }
}
