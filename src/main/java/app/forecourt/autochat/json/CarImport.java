package app.forecourt.autochat.json;

import app.forecourt.autochat.json.ImportResult.Reason;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads cars in AutoChat's JSON out of a file or a mail: one car, a list of them, a list inside an object, or one after
 * the other; whatever stands before, between and behind is passed over. A text that is broken anywhere gives nothing,
 * for nobody would notice the cars that are missing.
 */
public final class CarImport {
    /** Characters in a text at most. */
    public static final int LONGEST = 8 << 20;
    /** Cars in a text at most; each becomes a line of the stock list. */
    public static final int MOST_CARS = 1_000;

    /** What a sentence with a bracket in it does not look like. */
    private static final Pattern BEGINNING = Pattern.compile("\\{\\s*+[\"}]|\\[\\s*+[{\\]]");
    private static final List<String> LISTS = List.of("hydra:member", "member", "cars", "items");
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final List<ImportedCar> cars = new ArrayList<>();
    private int others;

    private CarImport() {}

    /** All cars of a text, never throwing, whatever it is. Takes a moment for a long one: not for the window's thread. */
    public static ImportResult read(String text) {
        if (text.length() > LONGEST) {
            return new ImportResult.Refused(Reason.TOO_LARGE);
        }
        if (text.chars().allMatch(c -> Character.isWhitespace(c) || c == BYTE_ORDER_MARK)) {
            return new ImportResult.Refused(Reason.EMPTY);
        }
        var found = new CarImport();
        return found.take(text).<ImportResult>map(ImportResult.Refused::new)
                .orElseGet(() -> new ImportResult.Cars(found.cars, found.others));
    }

    /** Why the text can't be taken, if it can't. */
    private Optional<Reason> take(String text) {
        char[] chars = text.toCharArray();
        Matcher beginning = BEGINNING.matcher(text);
        boolean any = false;
        for (int from = 0; beginning.find(from);) {
            Optional<Json.Part> part = Json.readAt(chars, beginning.start());
            if (part.isEmpty()) {
                return Optional.of(Reason.NOT_JSON);
            }
            any = true;
            from = part.get().end();
            entries(part.get().value()).forEach(this::take);
            if (cars.size() > MOST_CARS) {
                return Optional.of(Reason.TOO_MANY);
            }
        }
        if (!cars.isEmpty()) {
            return Optional.empty();
        }
        // "7" and ["7"] are JSON too, and say more about the file than that it is none.
        return Optional.of(any || Json.read(text).isPresent() ? Reason.NO_CAR : Reason.NOT_JSON);
    }

    private static Stream<JsonNode> entries(JsonNode value) {
        if (value.isArray()) {
            return value.valueStream();
        }
        return LISTS.stream().map(value::path).filter(list -> list.path(0).isObject()).findFirst()
                .map(JsonNode::valueStream).orElseGet(() -> Stream.of(value));
    }

    private void take(JsonNode entry) {
        if (!CarJsonReader.areIn(entry)) {
            others++;
        } else if (cars.size() <= MOST_CARS) {
            cars.add(CarJsonReader.read(entry));
        }
    }
}
