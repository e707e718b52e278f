package app.forecourt.journal.database;

import app.forecourt.autochat.FailureCause;
import app.forecourt.autochat.RequestLimitReason;
import app.forecourt.autochat.SendOutcome;
import app.forecourt.autochat.SendOutcome.Answer;
import app.forecourt.autochat.SignInRefusal;
import app.forecourt.car.CarField;
import app.forecourt.settings.Profile;
import app.forecourt.stock.SubmissionState;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Conversions between values and columns of the journal. */
public final class ColumnConverter {
    /** The start of the year 10000 in milliseconds. A time from there on counts as damaged. */
    static final long END_OF_CLOCKS = 253_402_300_800_000L;

    private ColumnConverter() {}

    /** Returns the stored name of a constant, as {@code not_sent}. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static <E extends Enum<E>> E word(ResultSet row, String column, Class<E> type) throws SQLException {
        return Enum.valueOf(type, row.getString(column).toUpperCase(Locale.ROOT));
    }

    public static Profile profile(ResultSet row) throws SQLException {
        return word(row, "profile", Profile.class);
    }

    public static UUID id(ResultSet row, String column) throws SQLException {
        return UUID.fromString(row.getString(column));
    }

    static Instant time(ResultSet row, String column) throws SQLException {
        return time(row.getLong(column));
    }

    static Optional<Instant> optionalTime(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(time(millis));
    }

    private static Instant time(long millis) {
        if (millis < 0 || millis >= END_OF_CLOCKS) {
            throw new IllegalArgumentException("not a valid time: " + millis);
        }
        return Instant.ofEpochMilli(millis);
    }

    static Optional<String> optionalText(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    /** Returns the texts of fields by their columns. Fields with a null column are absent. */
    static Map<CarField, String> texts(ResultSet row, Map<CarField, String> columns) throws SQLException {
        var texts = new EnumMap<CarField, String>(CarField.class);
        for (var column : columns.entrySet()) {
            optionalText(row, column.getValue()).ifPresent(text -> texts.put(column.getKey(), text));
        }
        return texts;
    }

    /** Returns the SHA-256 hash of a text as hexadecimal digits. */
    public static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** The columns of an outcome. Values that do not belong to the kind of outcome are null. */
    record OutcomeColumns(
            @Nullable String cause,
            @Nullable String said,
            @Nullable Answer answer,
            @Nullable String number,
            @Nullable Instant until) {

        static OutcomeColumns of(Optional<SendOutcome> outcome) {
            return switch (outcome.orElse(null)) {
                case null -> new OutcomeColumns(null, null, null, null, null);
                case SendOutcome.Accepted(var answer, var number) ->
                    new OutcomeColumns(null, null, answer, number.orElse(null), null);
                case SendOutcome.Rejected(var answer, var _, var _) ->
                    new OutcomeColumns(null, null, answer, null, null);
                case SendOutcome.SignInRefused(var failure) ->
                    new OutcomeColumns(
                            word(failure.kind()),
                            failure.message().orElse(null),
                            null,
                            null,
                            failure.retryAt().orElse(null));
                // Earlier versions read the time of the limit and ignore the reason.
                case SendOutcome.Limited(var until, var reason) ->
                    new OutcomeColumns(
                            null, reason == RequestLimitReason.AUTOCHAT ? null : word(reason), null, null, until);
                case SendOutcome.NotSent(var cause) -> new OutcomeColumns(word(cause), null, null, null, null);
                case SendOutcome.Unknown(var cause, var answer) ->
                    new OutcomeColumns(word(cause), null, answer.orElse(null), null, null);
            };
        }
    }

    /** Returns the outcome in a row. A waiting submission has the outcome of its last try. */
    static Optional<SendOutcome> outcome(ResultSet row, SubmissionState state) throws SQLException {
        Optional<String> cause = optionalText(row, "cause");
        return switch (state) {
            case REQUESTED -> throw new IllegalArgumentException("a request is never stored");
            case SENDING -> Optional.empty();
            case WAITING ->
                cause.isPresent()
                        ? Optional.of(new SendOutcome.NotSent(cause(cause)))
                        : row.getInt("tries") == 0 ? Optional.empty() : limited(row, optionalTime(row, "due"));
            case ACCEPTED -> Optional.of(new SendOutcome.Accepted(answer(row), optionalText(row, "number")));
            case REJECTED -> Optional.of(SendOutcome.Rejected.of(answer(row)));
            case REFUSED ->
                Optional.of(new SendOutcome.SignInRefused(new SignInRefusal(
                        word(row, "cause", SignInRefusal.Kind.class),
                        optionalText(row, "said"),
                        optionalTime(row, "due"))));
            case LIMITED -> limited(row, Optional.of(time(row, "due")));
            case NOT_SENT -> Optional.of(new SendOutcome.NotSent(cause(cause)));
            case UNKNOWN ->
                Optional.of(new SendOutcome.Unknown(
                        cause(cause), row.getString("answer") == null ? Optional.empty() : Optional.of(answer(row))));
        };
    }

    private static Optional<SendOutcome> limited(ResultSet row, Optional<Instant> due) throws SQLException {
        Optional<String> said = optionalText(row, "said");
        RequestLimitReason reason = Arrays.stream(RequestLimitReason.values())
                .filter(value -> said.equals(Optional.of(word(value))))
                .findFirst()
                .orElse(RequestLimitReason.AUTOCHAT);
        return due.map(until -> new SendOutcome.Limited(until, reason));
    }

    private static FailureCause cause(Optional<String> word) {
        return FailureCause.valueOf(word.orElse("broken").toUpperCase(Locale.ROOT));
    }

    private static Answer answer(ResultSet row) throws SQLException {
        return new Answer(
                row.getInt("status"),
                optionalText(row, "contentType").orElse(""),
                optionalText(row, "answer").orElse(""));
    }
}
