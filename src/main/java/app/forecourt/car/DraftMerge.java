package app.forecourt.car;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The three-way merge of a draft, field by field. A field that only one side has changed takes the text of that side. A
 * field that both have changed keeps the text of the user. Photos and options merge by entry.
 *
 * @param base the draft that both sides began with
 * @param local the draft as the user has typed it since
 * @param other the draft as another side has changed it since
 */
public record DraftMerge(CarDraft base, CarDraft local, CarDraft other) {

    public CarDraft run() {
        if (other.equals(base) || other.equals(local)) {
            return local;
        }
        if (local.equals(base)) {
            return other;
        }
        return withTexts(local.withOptions(mergeEntries(base.options(), local.options(), other.options())), this::text);
    }

    private static CarDraft withTexts(CarDraft draft, Function<CarField, String> text) {
        CarDraft changed = draft;
        for (CarField field : CarField.values()) {
            if (field.type() != FieldType.OPTIONS) {
                changed = changed.with(field, text.apply(field));
            }
        }
        return changed;
    }

    private String text(CarField field) {
        String before = base.text(field);
        String here = local.text(field);
        String there = other.text(field);
        if (there.equals(before)) {
            return here;
        }
        if (here.equals(before)) {
            return there;
        }
        return field.type() == FieldType.LINKS
                ? String.join("\n", mergeEntries(lines(before), lines(here), lines(there)))
                : here;
    }

    private static List<String> lines(String text) {
        return text.lines().toList();
    }

    /** Merges two collections by entry: what either side has added stays, and what either has removed goes. */
    public static <T> List<T> mergeEntries(Collection<T> base, Collection<T> local, Collection<T> other) {
        if (List.copyOf(other).equals(List.copyOf(base))) {
            return List.copyOf(local);
        }
        if (List.copyOf(local).equals(List.copyOf(base))) {
            return List.copyOf(other);
        }
        Set<T> before = new HashSet<>(base);
        Set<T> there = new HashSet<>(other);
        Set<T> merged = new LinkedHashSet<>(local);
        merged.removeIf(entry -> before.contains(entry) && !there.contains(entry));
        other.stream().filter(entry -> !before.contains(entry)).forEach(merged::add);
        return new ArrayList<>(merged);
    }

    /**
     * Returns the base of the next merge: the other draft, without what both sides have changed in the same way. The
     * user's change so stays a change until it is saved, because the other side may have changed the field again.
     */
    public CarDraft nextBase() {
        if (other.equals(base)) {
            return base;
        }
        return withTexts(other.withOptions(nextBase(base.options(), local.options(), other.options())), this::nextText);
    }

    private String nextText(CarField field) {
        String before = base.text(field);
        String here = local.text(field);
        String there = other.text(field);
        if (there.equals(here)) {
            return before;
        }
        // Without a change of the user the text stays as it is, for example with an empty last line.
        return field.type() == FieldType.LINKS && !here.equals(before)
                ? String.join("\n", nextBase(lines(before), lines(here), lines(there)))
                : there;
    }

    /**
     * Returns the next base of a collection: what both sides have added is left out, and what both have removed stays.
     */
    public static <T> List<T> nextBase(Collection<T> base, Collection<T> local, Collection<T> other) {
        Set<T> before = new HashSet<>(base);
        Set<T> here = new HashSet<>(local);
        Set<T> there = new HashSet<>(other);
        return Stream.concat(
                        other.stream().filter(entry -> before.contains(entry) || !here.contains(entry)),
                        base.stream().filter(entry -> !here.contains(entry) && !there.contains(entry)))
                .toList();
    }

    /**
     * Returns the fields that both sides have changed in different ways, without those that merge by entry and those
     * that the other side has emptied.
     */
    public Set<CarField> conflicts() {
        Set<CarField> fields = EnumSet.noneOf(CarField.class);
        Stream.of(CarField.values())
                .filter(field -> field.type() != FieldType.OPTIONS && field.type() != FieldType.LINKS)
                .filter(field -> !local.text(field).equals(base.text(field))
                        && !other.text(field).equals(base.text(field))
                        && !other.text(field).isEmpty()
                        && !other.text(field).equals(local.text(field)))
                .forEach(fields::add);
        return fields;
    }
}
