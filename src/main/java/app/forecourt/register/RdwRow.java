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
 * A row of one of RDW's data sets. Values may be texts or numbers, and words may denote a missing value. Reading never
 * throws, whatever the row holds.
 */
record RdwRow(JsonNode members) {
    private static final Set<String> MISSING =
            Set.of("n.v.t.", "niet geregistreerd", "niet bekend", "onbekend", "geen verstrekking in open data");
    /** The maximum length of a text in characters; RDW's longest names are shorter. */
    private static final int MAX_LENGTH = 100;

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}(?:[.,][0-9]{1,9})?");
    private static final Pattern DAY = Pattern.compile("[0-9]{8}");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}\\p{C}]+");
    /** A row has about a hundred members, and a response a few rows. */
    private static final long MAX_TOKENS = 100_000;

    private static final ObjectReader READER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxTokenCount(MAX_TOKENS)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .reader();

    /**
     * Parses the rows of a response.
     *
     * @return the plate's rows; empty if the response is no array, or has rows but none of that plate
     */
    static Optional<List<RdwRow>> parseAll(String json, LicensePlate plate) {
        try {
            if (!(READER.readTree(json) instanceof ArrayNode array)) {
                return Optional.empty();
            }
            List<RdwRow> rows = array.valueStream()
                    .map(RdwRow::new)
                    .filter(row -> row.isOf(plate))
                    .toList();
            return rows.isEmpty() && !array.isEmpty() ? Optional.empty() : Optional.of(rows);
        } catch (JacksonException | NumberFormatException invalid) {
            // NumberFormatException: Jackson accepts an exponent that is too large for a number.
            return Optional.empty();
        }
    }

    private boolean isOf(LicensePlate plate) {
        return text("kenteken")
                .flatMap(LicensePlate::of)
                .filter(own -> own.bare().equals(plate.bare()))
                .isPresent();
    }

    /** Returns a text in one line; empty if the row has none, or a word for a missing value. */
    Optional<String> text(String member) {
        JsonNode value = members.path(member);
        return Optional.of(value)
                .filter(JsonNode::isValueNode)
                .map(JsonNode::asText)
                .filter(text -> text.length() <= MAX_LENGTH)
                .map(text -> SPACES.matcher(text).replaceAll(" ").strip())
                .filter(text -> !text.isEmpty() && !value.isNull() && !MISSING.contains(text.toLowerCase(Locale.ROOT)));
    }

    /** Returns a positive number. A zero counts as missing, because the register stores it for unknown values. */
    Optional<BigDecimal> number(String member) {
        return numberOrZero(member).filter(number -> number.signum() > 0);
    }

    /** Returns a number; a zero is valid. */
    Optional<BigDecimal> numberOrZero(String member) {
        return text(member).filter(NUMBER.asMatchPredicate()).map(text -> new BigDecimal(text.replace(',', '.')));
    }

    /** Returns a date, written as {@code 20220725}. */
    Optional<LocalDate> day(String member) {
        return text(member).filter(DAY.asMatchPredicate()).flatMap(text -> {
            try {
                return Optional.of(LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE));
            } catch (DateTimeException invalid) {
                return Optional.empty();
            }
        });
    }

    /** Returns whether a member equals a word, ignoring case. */
    boolean hasText(String member, String word) {
        return text(member).filter(word::equalsIgnoreCase).isPresent();
    }
}
