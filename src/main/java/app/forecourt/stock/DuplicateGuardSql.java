package app.forecourt.stock;

import app.forecourt.settings.Profile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The duplicate guard, as the SQL in {@code duplicate-guard.sql} that the journal and the server of a shared stock have
 * in common. A test holds both to the same cases. The journal's guard decides for a desk that shares nothing or works
 * alone. That of the server decides as well when a car is claimed.
 */
public final class DuplicateGuardSql {
    /** The states of submissions by which AutoChat certainly does not have the car, as an SQL list. */
    public static final String TURNED_DOWN = states(SubmissionState::isTurnedDown);

    private static final String RULES = read().replace("%under_way", states(SubmissionState::isUnderWay))
            .replace("%turned_down", TURNED_DOWN)
            .replace("%environments", list(Arrays.stream(Profile.values())));

    /** The name of a value; a cast of PostgreSQL has two colons. */
    private static final Pattern NAME = Pattern.compile("(?<!:):([a-z]\\w*)");

    private DuplicateGuardSql() {}

    /**
     * A statement with positions instead of names.
     *
     * @param values the values in the order of the positions; empty ones are NULL
     */
    public record Query(String sql, List<Optional<?>> values) {}

    private static String states(Predicate<SubmissionState> condition) {
        return list(Arrays.stream(SubmissionState.values()).filter(condition));
    }

    private static String list(Stream<? extends Enum<?>> words) {
        return words.map(word -> "'" + word.name().toLowerCase(Locale.ROOT) + "'")
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String read() {
        try (InputStream in = DuplicateGuardSql.class.getResourceAsStream("duplicate-guard.sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Returns the query of a database.
     *
     * @param parts the common table expressions {@code submission} and {@code taken_over}, with a comma at the end
     * @param select selects from {@code duplicate}, which has the ids
     * @param values the values by their names
     */
    public static Query query(String parts, String select, Map<String, Optional<?>> values) {
        String named = "WITH " + parts + RULES + select;
        return new Query(
                NAME.matcher(named).replaceAll("?"),
                NAME.matcher(named)
                        .results()
                        .map((MatchResult name) -> values.getOrDefault(name.group(1), Optional.empty()))
                        .collect(Collectors.toUnmodifiableList()));
    }
}
