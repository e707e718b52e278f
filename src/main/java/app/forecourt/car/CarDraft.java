package app.forecourt.car;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Car as the user is typing it: the exact text of every form field, and the chosen options. The texts may be invalid;
 * only {@code CarValidator} turns a draft into a {@link ValidCar}. Immutable.
 *
 * @param texts the texts of the fields; empty ones are left out
 * @param options the API names of the chosen options, in the order in which the user chose them
 */
public record CarDraft(Map<CarField, String> texts, List<String> options) {

    /** Draft without any text or option. */
    public static final CarDraft EMPTY = new CarDraft(Map.of(), List.of());

    public CarDraft {
        var typed = new EnumMap<CarField, String>(CarField.class);
        typed.putAll(texts);
        typed.values().removeIf(String::isEmpty);
        texts = Collections.unmodifiableMap(typed);
        options = List.copyOf(options);
    }

    /** Returns a field's text as typed; {@code ""} if empty. Not for {@link CarField#OPTIONS}. */
    public String text(CarField field) {
        return texts.getOrDefault(field, "");
    }

    /**
     * Returns whether a field has the same text, or the same options, in another draft. The case of a word makes no
     * difference, because it is not sent.
     */
    public boolean isSame(CarField field, CarDraft other) {
        return switch (field.type()) {
            case OPTIONS -> options.equals(other.options);
            case WORD, CODE -> text(field).equalsIgnoreCase(other.text(field));
            default -> text(field).equals(other.text(field));
        };
    }

    /** Returns a copy with another text in one field. */
    public CarDraft with(CarField field, String text) {
        var changed = new EnumMap<CarField, String>(CarField.class);
        changed.putAll(texts);
        changed.put(field, text);
        return new CarDraft(changed, options);
    }

    /** Returns a copy in which the given fields are empty. */
    public CarDraft without(Collection<CarField> fields) {
        var remaining = new EnumMap<CarField, String>(CarField.class);
        remaining.putAll(texts);
        remaining.keySet().removeAll(fields);
        return new CarDraft(remaining, options);
    }

    /** Returns a copy with other options. */
    public CarDraft withOptions(List<String> chosen) {
        return new CarDraft(texts, chosen);
    }
}
