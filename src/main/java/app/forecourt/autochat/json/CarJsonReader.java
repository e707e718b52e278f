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
 * Reader of one JSON object as the texts that a dealer would type. A member is left out if the form could not hold it
 * unchanged or would parse it differently. The names of such members are reported.
 */
final class CarJsonReader {
    /** The maximum length of a text in the form's fields, in characters; see TextLengthLimit. */
    private static final int MAX_LENGTH = 100_000;
    /** The maximum number of entries of a list. No car has as many, and the form shows every entry. */
    private static final int MAX_ENTRIES = 1_000;
    /** The maximum number of digits before or after the point; written out, 1e999999999 would fill the memory. */
    private static final int MAX_DIGITS = 40;

    private static final int CENTS = 2;

    /** A date as PHP writes it into JSON: with the time 00:00. */
    private static final Pattern MIDNIGHT = Pattern.compile(
            "^([0-9]{4}-[0-9]{2}-[0-9]{2})[T ]00:00(?::00(?:\\.0{1,9})?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?$");

    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");

    private final Map<CarField, String> texts = new EnumMap<>(CarField.class);
    private List<String> options = List.of();
    private final List<String> leftOut = new ArrayList<>();

    private CarJsonReader() {}

    /** Returns whether a value is an object with at least one member of a car. */
    static boolean hasCarMember(JsonNode entry) {
        return entry.propertyStream()
                .anyMatch(member -> CarField.ofApiName(member.getKey()).isPresent());
    }

    /** Reads the object as a draft. */
    static CarImportResult.ImportedCar read(JsonNode object) {
        var reader = new CarJsonReader();
        object.properties().forEach(member -> reader.readMember(member.getKey(), member.getValue()));
        return new CarImportResult.ImportedCar(new CarDraft(reader.texts, reader.options), reader.leftOut);
    }

    private void readMember(String name, JsonNode value) {
        if (value.isNull()) {
            return;
        }
        Optional<CarField> known = CarField.ofApiName(name);
        if (known.isPresent() && value.isArray() && isList(known.get().type())) {
            readList(known.get(), value);
        } else {
            known.filter(field -> field.type() != FieldType.OPTIONS)
                    .flatMap(field -> text(field.type(), value))
                    .ifPresentOrElse(
                            text -> put(known.orElseThrow(), text),
                            () -> leftOut.add(ServerTextSanitizer.singleLine(name)));
        }
    }

    private static boolean isList(FieldType type) {
        return type == FieldType.TAGS || type == FieldType.LINKS || type == FieldType.OPTIONS;
    }

    private void readList(CarField field, JsonNode list) {
        var entries = new ArrayList<String>();
        for (int i = 0; i < list.size() && list.size() <= MAX_ENTRIES; i++) {
            Optional<String> entry = entry(field.type(), list.get(i));
            entry.filter(text -> !text.isBlank()).ifPresent(entries::add);
            if (entry.isEmpty() && !list.get(i).isNull()) {
                leftOut.add(field.apiName() + "[" + i + "]");
            }
        }
        String joined = String.join(field.type() == FieldType.TAGS ? ", " : "\n", entries);
        if (list.size() > MAX_ENTRIES || joined.length() > MAX_LENGTH) {
            leftOut.add(field.apiName());
        } else if (field.type() == FieldType.OPTIONS) {
            options = entries;
        } else {
            put(field, joined);
        }
    }

    /**
     * Stores the text of a field. Long texts are normalised to Unicode's NFC: letter and accent may be two characters,
     * and the window takes seconds to lay out many of them. All other texts stay unchanged, because a normalised id
     * would be a different id.
     */
    private void put(CarField field, String text) {
        texts.put(field, field.type() == FieldType.LONG_TEXT ? Normalizer.normalize(text, Normalizer.Form.NFC) : text);
    }

    /** Returns a list's entry as text; empty if the form would split it into several entries. */
    private static Optional<String> entry(FieldType type, JsonNode value) {
        JsonNode named = type == FieldType.OPTIONS && value.isObject() ? value.path("name") : value;
        return Optional.of(named)
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .filter(text -> !CONTROL.matcher(text).find())
                .filter(text -> type != FieldType.TAGS || text.indexOf(',') < 0);
    }

    private static Optional<String> text(FieldType type, JsonNode value) {
        if (type == FieldType.FLAG) {
            return value.isValueNode() ? flag(value.asText()) : Optional.empty();
        }
        if (value.isNumber()) {
            return number(type, value.decimalValue());
        }
        if (!value.isTextual() || value.textValue().length() > MAX_LENGTH) {
            return Optional.empty();
        }
        return switch (type) {
            case LONG_TEXT, LINKS -> Optional.of(value.textValue());
            case DATE ->
                oneLine(value.textValue()).map(day -> MIDNIGHT.matcher(day).replaceFirst("$1"));
            default -> oneLine(value.textValue());
        };
    }

    /**
     * Returns the text of a one-line field; empty if it has control characters. A one-line field would drop a line end,
     * which joins two words.
     */
    private static Optional<String> oneLine(String text) {
        return Optional.of(text.strip()).filter(line -> !CONTROL.matcher(line).find());
    }

    /** Returns the text that the form's check box stores. */
    private static Optional<String> flag(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "1" -> Optional.of("true");
            case "false", "0", "" -> Optional.of("");
            default -> Optional.empty();
        };
    }

    private static Optional<String> number(FieldType type, BigDecimal number) {
        if (number.precision() > MAX_DIGITS || Math.abs((long) number.scale()) > MAX_DIGITS) {
            return Optional.empty();
        }
        return switch (type) {
            case INTEGER, YEAR, MONEY -> {
                BigDecimal stripped = number.stripTrailingZeros();
                // The form would parse 15.944 as 15,944.
                yield stripped.scale() > CENTS ? Optional.empty() : Optional.of(stripped.toPlainString());
            }
            default -> Optional.of(number.toPlainString());
        };
    }
}
