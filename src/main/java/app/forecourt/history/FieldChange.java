package app.forecourt.history;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The difference of one field between two drafts.
 *
 * @param before the text as typed, empty if there was none; for a field with entries, one entry a line
 * @param after the later text
 * @param added the entries that only the later draft has; empty for a field without entries
 * @param removed the entries that only the earlier draft has; empty for a field without entries
 */
public record FieldChange(CarField field, String before, String after, List<String> added, List<String> removed) {
    public FieldChange {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
    }

    /** Returns the fields that differ between two drafts, in the order of the form. */
    public static List<FieldChange> between(CarDraft before, CarDraft after) {
        return Stream.of(CarField.values())
                .filter(field -> !before.isSame(field, after))
                .map(field -> of(field, before, after))
                .toList();
    }

    private static FieldChange of(CarField field, CarDraft before, CarDraft after) {
        List<String> earlier = entries(field, before);
        List<String> later = entries(field, after);
        return new FieldChange(
                field, text(field, before), text(field, after), without(later, earlier), without(earlier, later));
    }

    private static String text(CarField field, CarDraft draft) {
        return switch (field.type()) {
            case OPTIONS -> String.join("\n", draft.options());
            default -> draft.text(field).strip();
        };
    }

    /** Returns the entries of a list; empty for a field with one value. */
    private static List<String> entries(CarField field, CarDraft draft) {
        return switch (field.type()) {
            case OPTIONS -> draft.options();
            case LINKS -> entries(draft.text(field).lines());
            case TAGS -> entries(Stream.of(draft.text(field).split(",")));
            default -> List.of();
        };
    }

    private static List<String> entries(Stream<String> texts) {
        return texts.map(String::strip).filter(entry -> !entry.isEmpty()).toList();
    }

    /** Returns the entries that another list lacks. An entry that is there twice counts twice. */
    private static List<String> without(List<String> entries, List<String> others) {
        List<String> rest = new ArrayList<>(entries);
        others.forEach(rest::remove);
        return rest;
    }

    /** Returns true if the sales price changed from one to another. */
    public boolean isPriceChange() {
        return field == CarField.SALES_PRICE && !before.isEmpty() && !after.isEmpty();
    }

    /** Returns true if a field with entries has the same ones in another order. */
    public boolean isReordered() {
        return !before.equals(after)
                && added.isEmpty()
                && removed.isEmpty()
                && switch (field.type()) {
                    case OPTIONS, LINKS, TAGS -> true;
                    default -> false;
                };
    }
}
