package app.forecourt.journal.database;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.FieldType;
import app.forecourt.option.CarOption;
import app.forecourt.stock.StockRow;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The JSON form of drafts and option lists in the journal. Every text is stored as typed. */
public final class DraftJson {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ADDRESS = "address";
    private static final String WHOLE = "whole";
    private static final String LEFT_OUT = "leftOut";

    /** Surrogates. An unpaired one, as a paste may contain, can only be stored as an escape. */
    private static final Pattern SURROGATE = Pattern.compile("[\\ud800-\\udfff]");

    private DraftJson() {}

    public static String of(CarDraft draft) {
        ObjectNode object = JSON.createObjectNode();
        for (CarField field : CarField.values()) {
            if (field.type() != FieldType.OPTIONS && !draft.text(field).isEmpty()) {
                object.put(field.apiName(), draft.text(field));
            }
        }
        ArrayNode options = object.putArray(CarField.OPTIONS.apiName());
        draft.options().forEach(options::add);
        return SURROGATE.matcher(object.toString())
                .replaceAll(match -> "\\\\u%04x".formatted((int) match.group().charAt(0)));
    }

    /** Returns the members of a payload by which the user and the duplicate guard know a car. */
    public static ObjectNode knownBy(String payload) {
        JsonNode car = read(payload);
        ObjectNode known = JSON.createObjectNode();
        StockRow.KNOWN_BY.stream().map(CarField::apiName).filter(car::has)
                .forEach(name -> known.set(name, car.get(name)));
        return known;
    }

    /** Returns a payload that has only these texts. */
    public static String payload(Map<CarField, String> known) {
        ObjectNode object = JSON.createObjectNode();
        known.forEach((field, text) -> object.put(field.apiName(), text));
        return object.toString();
    }

    /**
     * Reads a draft. Skips unknown fields, which a later version has written.
     *
     * @throws IllegalStateException if the text is not JSON
     */
    public static CarDraft draft(String json) {
        var texts = new EnumMap<CarField, String>(CarField.class);
        List<String> options = new ArrayList<>();
        read(json).properties().forEach(member -> CarField.ofApiName(member.getKey()).ifPresent(field -> {
            if (field.type() == FieldType.OPTIONS) {
                member.getValue().forEach(option -> options.add(option.asText()));
            } else {
                texts.put(field, member.getValue().asText());
            }
        }));
        return CarDraft.of(texts, options);
    }

    public static String of(String address, List<CarOption> options, boolean whole) {
        return of(address, options, whole, 0);
    }

    static String of(String address, List<CarOption> options, boolean whole, int leftOut) {
        ObjectNode object = JSON.createObjectNode().put(ADDRESS, address).put(WHOLE, whole)
                .put(LEFT_OUT, leftOut);
        ArrayNode array = object.putArray(CarField.OPTIONS.apiName());
        options.forEach(option -> array.addArray().add(option.name()).add(option.prettyName()));
        return object.toString();
    }

    /**
     * Returns the address from which an option list was loaded. Empty if an earlier version stored the list without the
     * address.
     */
    public static String address(String json) {
        return read(json).path(ADDRESS).asText();
    }

    /**
     * Returns true if an option list is complete. A list that an earlier version stored without this member counts as
     * complete.
     */
    static boolean whole(String json) {
        return read(json).path(WHOLE).asBoolean(true);
    }

    /** Returns the number of options that were left out because their names were too long. */
    static int leftOut(String json) {
        return read(json).path(LEFT_OUT).asInt(0);
    }

    public static List<CarOption> options(String json) {
        List<CarOption> options = new ArrayList<>();
        read(json).path(CarField.OPTIONS.apiName()).forEach(
                option -> options.add(new CarOption(option.path(0).asText(), option.path(1).asText())));
        return options;
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JacksonException damaged) {
            throw new IllegalStateException("a text in the journal is not JSON", damaged);
        }
    }
}
