package app.forecourt.model.form;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.FieldType;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Amounts in the form that the user accepted as suggested. An accepted amount follows its source fields until the user
 * types over it. Texts carried over from another car are listed too, so that the form can mark them; they follow
 * nothing.
 */
public final class AcceptedSuggestions {
    private final Map<CarField, String> accepted = new EnumMap<>(CarField.class);

    /** Creates an empty set. */
    public AcceptedSuggestions() {}

    /**
     * Creates the set of a stored car from the texts of its draft. A blank field is left out, because an amount must
     * not appear in it that nobody accepted in this run.
     */
    public AcceptedSuggestions(Collection<CarField> fields, CarDraft draft) {
        replace(fields, draft);
    }

    /** Returns the fields with an accepted text. */
    public Set<CarField> fields() {
        return Set.copyOf(accepted.keySet());
    }

    /** Returns whether a field still holds its accepted text. */
    boolean isAccepted(CarField field, String text) {
        return text.equals(accepted.get(field));
    }

    /** Records that a text was accepted in a field. */
    public void accept(CarField field, String text) {
        accepted.put(field, text);
    }

    /** Replaces the fields with accepted texts, because another desk has accepted or dropped some. */
    public void replace(Collection<CarField> fields, CarDraft draft) {
        accepted.keySet().retainAll(fields);
        fields.stream()
                .filter(field -> !draft.text(field).isBlank())
                .forEach(field -> accepted.put(field, draft.text(field)));
    }

    /** Removes the fields whose texts differ in a draft that replaces the current one. */
    public void onDraftReplaced(CarDraft draft) {
        fields().forEach(field -> onTextChanged(field, draft.text(field)));
    }

    /** Removes a field if its text differs from the accepted one. */
    void onTextChanged(CarField field, String text) {
        accepted.computeIfPresent(field, (_, known) -> known.equals(text) ? known : null);
    }

    /**
     * Replaces accepted amounts by the current suggestions. A field without a suggestion is cleared. An equal amount
     * keeps its text, because another language of the window writes it in another way.
     *
     * @param value returns the parsed value of a field
     */
    void update(
            List<PriceSuggestion> suggestions,
            Function<CarField, Optional<Object>> value,
            Function<BigDecimal, String> formatter,
            BiConsumer<CarField, String> put) {
        Map.copyOf(accepted).forEach((field, oldText) -> {
            if (field.type() != FieldType.MONEY) {
                return;
            }
            Optional<BigDecimal> amount = suggestions.stream()
                    .filter(suggestion -> suggestion.field() == field)
                    .findFirst()
                    .map(PriceSuggestion::amount);
            if (amount.isPresent()
                    && value.apply(field)
                            .map(BigDecimal.class::cast)
                            .filter(known -> known.compareTo(amount.get()) == 0)
                            .isPresent()) {
                return;
            }
            String newText = amount.map(formatter).orElse("");
            if (!newText.equals(oldText)) {
                accepted.put(field, newText);
                put.accept(field, newText);
            }
        });
    }
}
