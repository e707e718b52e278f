package app.forecourt.support;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A log for other people's eyes: its entries and where exceptions came from, without what the exceptions say, since that
 * may quote what was typed.
 */
final class RedactedLog {
    private static final Pattern ENTRY = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\S+ [A-Z]+ \\S+ .*");
    private static final Pattern FRAME = Pattern
            .compile("\\s+(?:at [\\w.$/@<>-]+\\([\\w.$: -]*\\).*|\\.\\.\\. \\d+ .*)");
    private static final Pattern THROWN = Pattern
            .compile("(\\s*(?:Caused by: |Suppressed: )?(?:[a-z]\\w*\\.)+[A-Z][\\w$]*)(?::.*)?");

    private RedactedLog() {}

    static String of(String log) {
        return log.lines().flatMap(RedactedLog::line).collect(Collectors.joining("\n", "", "\n"));
    }

    /** What is none of the three is a further line of what an exception says. */
    private static Stream<String> line(String line) {
        if (ENTRY.matcher(line).matches() || FRAME.matcher(line).matches()) {
            return Stream.of(line);
        }
        Matcher thrown = THROWN.matcher(line);
        return thrown.matches() ? Stream.of(thrown.group(1)) : Stream.empty();
    }
}
