package app.forecourt.autochat.json;

import app.forecourt.autochat.json.CarImportResult.Reason;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Parser of cars in AutoChat's JSON, from a file or a mail. The text may hold one car, a list, a list inside an object,
 * or several values in a row. Any other text before, between or after them is skipped. If a value is broken anywhere,
 * the whole text is refused, because the user would not notice the missing cars.
 */
public final class CarImportParser {
    /** The maximum length of a text, in characters. */
    public static final int LONGEST = 8 << 20;
    /** The maximum number of cars in a text; each becomes a row of the stock list. */
    public static final int MOST_CARS = 1_000;

    /** The start of a JSON value; a bracket in a sentence does not match. */
    private static final Pattern JSON_START = Pattern.compile("\\{\\s*+[\"}]|\\[\\s*+[{\\]]");

    private static final List<String> LISTS = List.of("hydra:member", "member", "cars", "items");
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final List<CarImportResult.ImportedCar> cars = new ArrayList<>();
    private int skipped;

    private CarImportParser() {}

    /**
     * Parses all cars of a text; never throws. A long text takes a moment, so do not call this method on the FX thread.
     */
    public static CarImportResult parse(String text) {
        if (text.length() > LONGEST) {
            return new CarImportResult.Refused(Reason.TOO_LARGE);
        }
        if (text.chars().allMatch(c -> Character.isWhitespace(c) || c == BYTE_ORDER_MARK)) {
            return new CarImportResult.Refused(Reason.EMPTY);
        }
        var parser = new CarImportParser();
        return parser.readText(text)
                .<CarImportResult>map(CarImportResult.Refused::new)
                .orElseGet(() -> new CarImportResult.Cars(parser.cars, parser.skipped));
    }

    /** Collects the cars of a text; returns the reason if the text is refused. */
    private Optional<Reason> readText(String text) {
        char[] chars = text.toCharArray();
        Matcher jsonStart = JSON_START.matcher(text);
        boolean hasJson = false;
        for (int from = 0; jsonStart.find(from); ) {
            Optional<UntrustedJsonParser.Part> part = UntrustedJsonParser.readAt(chars, jsonStart.start());
            if (part.isEmpty()) {
                return Optional.of(Reason.NOT_JSON);
            }
            hasJson = true;
            from = part.get().end();
            entries(part.get().value()).forEach(this::addEntry);
            if (cars.size() > MOST_CARS) {
                return Optional.of(Reason.TOO_MANY);
            }
        }
        if (!cars.isEmpty()) {
            return Optional.empty();
        }
        // "7" and ["7"] are JSON too, so "no car" is a better reason than "no JSON".
        return Optional.of(hasJson || UntrustedJsonParser.read(text).isPresent() ? Reason.NO_CAR : Reason.NOT_JSON);
    }

    private static Stream<JsonNode> entries(JsonNode value) {
        if (value.isArray()) {
            return value.valueStream();
        }
        return LISTS.stream()
                .map(value::path)
                .filter(list -> list.path(0).isObject())
                .findFirst()
                .map(JsonNode::valueStream)
                .orElseGet(() -> Stream.of(value));
    }

    private void addEntry(JsonNode entry) {
        if (!CarJsonReader.hasCarMember(entry)) {
            skipped++;
        } else if (cars.size() <= MOST_CARS) {
            cars.add(CarJsonReader.read(entry));
        }
    }
}
