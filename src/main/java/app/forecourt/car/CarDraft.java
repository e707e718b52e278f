package app.forecourt.car;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A car as it is being typed: the text of every field exactly as it stands in the form, and the options chosen. It
 * holds anything, right or wrong; only {@code CarValidator} makes a {@link Car} of it. Immutable.
 */
public final class CarDraft {

    /** Nothing typed yet. */
    public static final CarDraft EMPTY = new CarDraft(Map.of(), List.of());

    private final Map<CarField, String> texts;
    private final List<String> options;

    private CarDraft(Map<CarField, String> texts, List<String> options) {
        this.texts = texts;
        this.options = options;
    }

    /** A draft of those texts and options; blank fields may be left out. */
    public static CarDraft of(Map<CarField, String> texts, List<String> options) {
        var copy = new EnumMap<CarField, String>(CarField.class);
        texts.forEach((field, text) -> {
            if (!text.isEmpty()) {
                copy.put(field, text);
            }
        });
        return new CarDraft(Collections.unmodifiableMap(copy), List.copyOf(options));
    }

    /** The field's text as typed, {@code ""} when nothing was. Not for {@link CarField#OPTIONS}. */
    public String text(CarField field) {
        return texts.getOrDefault(field, "");
    }

    /** The API names of the chosen options, in the order of choosing. */
    public List<String> options() {
        return options;
    }

    /** The same draft with another text in one field. */
    public CarDraft with(CarField field, String text) {
        var changed = new EnumMap<CarField, String>(CarField.class);
        changed.putAll(texts);
        changed.put(field, text);
        return of(changed, options);
    }

    /** The same draft with nothing in those fields. */
    public CarDraft without(Collection<CarField> fields) {
        var left = new EnumMap<CarField, String>(CarField.class);
        left.putAll(texts);
        left.keySet().removeAll(fields);
        return of(left, options);
    }

    /** The same draft with other options. */
    public CarDraft withOptions(List<String> chosen) {
        return new CarDraft(texts, List.copyOf(chosen));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CarDraft draft && texts.equals(draft.texts) && options.equals(draft.options);
    }

    @Override
    public int hashCode() {
        return 31 * texts.hashCode() + options.hashCode();
    }

    @Override
    public String toString() {
        return "CarDraft" + texts + options;
    }
}
