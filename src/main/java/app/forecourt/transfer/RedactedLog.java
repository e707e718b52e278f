package app.forecourt.transfer;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A log without personal data. It has the entries and the stack frames, but not the exceptions' messages, because they
 * may quote typed text.
 */
final class RedactedLog {
    private static final Pattern ENTRY = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\S+ [A-Z]+ \\S+ .*");
    private static final Pattern FRAME =
            Pattern.compile("\\s+(?:at [\\w.$/@<>-]+\\([\\w.$: -]*\\).*|\\.\\.\\. \\d+ .*)");
    private static final Pattern THROWN =
            Pattern.compile("(\\s*(?:Caused by: |Suppressed: )?(?:[a-z]\\w*\\.)+[A-Z][\\w$]*)(?::.*)?");

    private RedactedLog() {}

    static String of(String log) {
        return log.lines().flatMap(RedactedLog::line).collect(Collectors.joining("\n", "", "\n"));
    }

    /** Returns a line if it may be shown. A line of no known form continues an exception's message. */
    private static Stream<String> line(String line) {
        if (ENTRY.matcher(line).matches() || FRAME.matcher(line).matches()) {
            return Stream.of(line);
        }
        Matcher thrown = THROWN.matcher(line);
        return thrown.matches() ? Stream.of(thrown.group(1)) : Stream.empty();
    }
}
