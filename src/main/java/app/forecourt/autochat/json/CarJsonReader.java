package app.forecourt.autochat.json;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.FieldType;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The members of one object as a dealer would type them. What the form could not hold unchanged, or would understand as
 * something else, is left out by name rather than bent.
 */
final class CarJsonReader {
    /** What the form's fields bear: see PasteLimit. */
    private static final int LONGEST = 100_000;
    /** Entries of a list; no car has as many, and the form shows every one. */
    private static final int MOST_ENTRIES = 1_000;
    /** Digits before or behind the point; written out, 1e999999999 would fill the memory. */
    private static final int MOST_DIGITS = 40;
    private static final int CENTS = 2;

    /** A day as PHP writes it into JSON. */
    private static final Pattern MIDNIGHT = Pattern.compile(
            "^([0-9]{4}-[0-9]{2}-[0-9]{2})[T ]00:00(?::00(?:\\.0{1,9})?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?$");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");

    private final Map<CarField, String> texts = new EnumMap<>(CarField.class);
    private List<String> options = List.of();
    private final List<String> leftOut = new ArrayList<>();

    private CarJsonReader() {}

    /** Whether it is an object with at least one member that a car has. */
    static boolean areIn(JsonNode entry) {
        return entry.propertyStream().anyMatch(member -> CarField.ofApiName(member.getKey()).isPresent());
    }

    /** The object as a draft. */
    static ImportedCar read(JsonNode object) {
        var members = new CarJsonReader();
        object.properties().forEach(member -> members.take(member.getKey(), member.getValue()));
        return new ImportedCar(CarDraft.of(members.texts, members.options), members.leftOut);
    }

    private void take(String name, JsonNode value) {
        if (value.isNull()) {
            return;
        }
        Optional<CarField> known = CarField.ofApiName(name);
        if (known.isPresent() && value.isArray() && isList(known.get().kind())) {
            takeList(known.get(), value);
        } else {
            known.filter(field -> field.kind() != FieldType.OPTIONS)
                    .flatMap(field -> text(field.kind(), value))
                    .ifPresentOrElse(text -> put(known.orElseThrow(), text),
                            () -> leftOut.add(ResponseText.of(name)));
        }
    }

    private static boolean isList(FieldType kind) {
        return kind == FieldType.TAGS || kind == FieldType.LINKS || kind == FieldType.OPTIONS;
    }

    private void takeList(CarField field, JsonNode list) {
        var entries = new ArrayList<String>();
        for (int i = 0; i < list.size() && list.size() <= MOST_ENTRIES; i++) {
            Optional<String> entry = entry(field.kind(), list.get(i));
            entry.filter(text -> !text.isBlank()).ifPresent(entries::add);
            if (entry.isEmpty() && !list.get(i).isNull()) {
                leftOut.add(field.apiName() + "[" + i + "]");
            }
        }
        String joined = String.join(field.kind() == FieldType.TAGS ? ", " : "\n", entries);
        if (list.size() > MOST_ENTRIES || joined.length() > LONGEST) {
            leftOut.add(field.apiName());
        } else if (field.kind() == FieldType.OPTIONS) {
            options = entries;
        } else {
            put(field, joined);
        }
    }

    /**
     * In a long text a letter and its accent may come as two characters, and the window takes seconds to lay out many of
     * those; as one they stand for the same (Unicode's form NFC). All else stays as it came: an id is another one then.
     */
    private void put(CarField field, String text) {
        texts.put(field,
                field.kind() == FieldType.LONG_TEXT ? Normalizer.normalize(text, Normalizer.Form.NFC) : text);
    }

    /** A text that is still one entry where the form separates them. */
    private static Optional<String> entry(FieldType kind, JsonNode value) {
        JsonNode named = kind == FieldType.OPTIONS && value.isObject() ? value.path("name") : value;
        return Optional.of(named).filter(JsonNode::isTextual).map(JsonNode::textValue)
                .filter(text -> !CONTROL.matcher(text).find())
                .filter(text -> kind != FieldType.TAGS || text.indexOf(',') < 0);
    }

    private static Optional<String> text(FieldType kind, JsonNode value) {
        if (kind == FieldType.FLAG) {
            return value.isValueNode() ? flag(value.asText()) : Optional.empty();
        }
        if (value.isNumber()) {
            return number(kind, value.decimalValue());
        }
        if (!value.isTextual() || value.textValue().length() > LONGEST) {
            return Optional.empty();
        }
        return switch (kind) {
            case LONG_TEXT, LINKS -> Optional.of(value.textValue());
            case DATE -> oneLine(value.textValue()).map(day -> MIDNIGHT.matcher(day).replaceFirst("$1"));
            default -> oneLine(value.textValue());
        };
    }

    /** A field of one line drops a line end without a word, and two words become one. */
    private static Optional<String> oneLine(String text) {
        return Optional.of(text.strip()).filter(line -> !CONTROL.matcher(line).find());
    }

    /** As the form's tick writes it. */
    private static Optional<String> flag(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "1" -> Optional.of("true");
            case "false", "0", "" -> Optional.of("");
            default -> Optional.empty();
        };
    }

    private static Optional<String> number(FieldType kind, BigDecimal number) {
        if (number.precision() > MOST_DIGITS || Math.abs((long) number.scale()) > MOST_DIGITS) {
            return Optional.empty();
        }
        return switch (kind) {
            case INTEGER, YEAR, MONEY -> {
                BigDecimal bare = number.stripTrailingZeros();
                // Typed, 15.944 is fifteen thousand and more.
                yield bare.scale() > CENTS ? Optional.empty() : Optional.of(bare.toPlainString());
            }
            default -> Optional.of(number.toPlainString());
        };
    }
}
