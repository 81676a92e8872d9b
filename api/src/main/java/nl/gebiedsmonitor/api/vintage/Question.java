package nl.gebiedsmonitor.api.vintage;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import nl.gebiedsmonitor.domain.InvalidValue;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.apache.tomcat.util.http.Parameters;

/**
 * A path of ours and the query put to it, which is read as the server reads that of any request.
 *
 * @param path without any sign that could be read in two ways
 */
record Question(String path, Map<String, String[]> parameters) {

    private static final int MOST_PARAMETERS = 1000;

    private static final Pattern PATH = Pattern.compile("/v1/[A-Za-z0-9._~/-]++");
    private static final Pattern AMBIGUOUS_PATH = Pattern.compile("//|/\\.|/$");
    private static final Pattern QUERY = Pattern.compile("[A-Za-z0-9._~!$&'()*+,;=:@/?%-]*+");
    private static final Pattern CUT_SHORT = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    Question {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /**
     * @throws InvalidValue when it is no such path and query
     * @throws InvalidParameterException when the query cannot be read
     */
    static Question parse(String text) {
        int mark = text.indexOf('?');
        String path = mark < 0 ? text : text.substring(0, mark);
        String query = mark < 0 ? "" : text.substring(mark + 1);
        if (!PATH.matcher(path).matches()
                || AMBIGUOUS_PATH.matcher(path).find()
                || !QUERY.matcher(query).matches()
                || CUT_SHORT.matcher(query).find()) {
            throw notCitable(text);
        }
        Parameters parameters = new Parameters();
        parameters.setLimit(MOST_PARAMETERS);
        parameters.setCharset(StandardCharsets.UTF_8);
        byte[] bytes = query.getBytes(StandardCharsets.US_ASCII);
        parameters.processParameters(bytes, 0, bytes.length);
        Map<String, String[]> values = new LinkedHashMap<>();
        parameters
                .getParameterNames()
                .asIterator()
                .forEachRemaining(name -> values.put(name, parameters.getParameterValues(name)));
        return new Question(path, values);
    }

    /** The same question with one key more, or with another value of it. */
    Question with(String key, String value) {
        Map<String, String[]> more = new LinkedHashMap<>(parameters);
        more.put(key, new String[] {value});
        return new Question(path, more);
    }

    static InvalidValue notCitable(String text) {
        return new InvalidValue(
                "citable",
                text,
                "What can be cited is the path and query of a read that takes asOf or compares vintages, percent-encoded,"
                        + " such as /v1/observations?indicator=LBM-AFW&within=GM0202.");
    }
}
