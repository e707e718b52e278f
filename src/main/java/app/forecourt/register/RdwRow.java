package app.forecourt.register;

import app.forecourt.car.LicensePlate;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A row of one of RDW's sets. What it has may come as text or as a number, and where it has nothing a word may stand for
 * that; no row can make a reader fail.
 */
record RdwRow(JsonNode members) {
    private static final Set<String> NOTHING = Set.of("n.v.t.", "niet geregistreerd", "niet bekend",
            "onbekend", "geen verstrekking in open data");
    /** Characters; RDW's longest names are below this. */
    private static final int LONGEST = 100;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}(?:[.,][0-9]{1,9})?");
    private static final Pattern DAY = Pattern.compile("[0-9]{8}");
    private static final Pattern GAPS = Pattern.compile("[\\s\\p{Z}\\p{C}]+");
    /** A row has a hundred members, and an answer a few rows. */
    private static final long MOST_TOKENS = 100_000;
    private static final ObjectReader READER = JsonMapper.builder(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxTokenCount(MOST_TOKENS).build())
            .build()).enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build().reader();

    /**
     * The rows of an answer.
     *
     * @return empty when it is no array of rows, or has rows and none of them is about that plate
     */
    static Optional<List<RdwRow>> all(String answer, LicensePlate plate) {
        try {
            if (!(READER.readTree(answer) instanceof ArrayNode array)) {
                return Optional.empty();
            }
            List<RdwRow> rows = array.valueStream().map(RdwRow::new).filter(row -> row.isOf(plate)).toList();
            return rows.isEmpty() && !array.isEmpty() ? Optional.empty() : Optional.of(rows);
        } catch (JacksonException | NumberFormatException noJson) {
            // The second for an exponent beyond counting, which Jackson reads as a number.
            return Optional.empty();
        }
    }

    private boolean isOf(LicensePlate plate) {
        return text("kenteken").flatMap(LicensePlate::of)
                .filter(any -> any.bare().equals(plate.bare())).isPresent();
    }

    /** A text in one line; empty when there is none, or one that says so. */
    Optional<String> text(String member) {
        JsonNode value = members.path(member);
        return Optional.of(value).filter(JsonNode::isValueNode).map(JsonNode::asText)
                .filter(text -> text.length() <= LONGEST)
                .map(text -> GAPS.matcher(text).replaceAll(" ").strip())
                .filter(text -> !text.isEmpty() && !value.isNull()
                        && !NOTHING.contains(text.toLowerCase(Locale.ROOT)));
    }

    /** A number that is more than nothing: a nought stands for one that nobody wrote down. */
    Optional<BigDecimal> number(String member) {
        return numberOrNought(member).filter(number -> number.signum() > 0);
    }

    /** The same where a nought is one. */
    Optional<BigDecimal> numberOrNought(String member) {
        return text(member).filter(NUMBER.asMatchPredicate())
                .map(text -> new BigDecimal(text.replace(',', '.')));
    }

    /** A day, written as {@code 20220725}. */
    Optional<LocalDate> day(String member) {
        return text(member).filter(DAY.asMatchPredicate()).flatMap(text -> {
            try {
                return Optional.of(LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE));
            } catch (DateTimeException noSuchDay) {
                return Optional.empty();
            }
        });
    }

    /** Whether that word stands there, in capitals or not. */
    boolean says(String member, String word) {
        return text(member).filter(word::equalsIgnoreCase).isPresent();
    }
}
