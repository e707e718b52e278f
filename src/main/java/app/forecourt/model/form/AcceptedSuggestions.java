package app.forecourt.model.form;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.FieldType;
import app.forecourt.car.price.PriceSuggestion;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * The amounts that stand in the form because they were taken as proposed. Nobody typed them, so they follow what they
 * come from, until they are typed over. What was carried over from another car is among them, to be told of; it follows
 * nothing.
 */
public final class AcceptedSuggestions {
    private final Map<CarField, String> taken = new EnumMap<>(CarField.class);

    /** None yet. */
    public AcceptedSuggestions() {}

    /** Those of a car that was kept, as they stand in it. */
    public AcceptedSuggestions(Collection<CarField> fields, CarDraft draft) {
        fields.forEach(field -> taken.put(field, draft.text(field)));
    }

    /** The fields they stand in. */
    public Set<CarField> fields() {
        return Set.copyOf(taken.keySet());
    }

    /** Whether what stands in a field was taken. */
    boolean has(CarField field, String text) {
        return text.equals(taken.get(field));
    }

    /** An amount was taken and stands in its field with that text. */
    public void accept(CarField field, String text) {
        taken.put(field, text);
    }

    /** A field holds that text now. */
    void changed(CarField field, String text) {
        taken.computeIfPresent(field, (same, before) -> before.equals(text) ? before : null);
    }

    /**
     * Puts the amounts that were taken as they would be taken now; where none can be reckoned any more, nothing stands.
     */
    void follow(List<PriceSuggestion> proposals, AmountFormatter writing, BiConsumer<CarField, String> put) {
        Map.copyOf(taken).forEach((field, before) -> {
            if (field.kind() != FieldType.MONEY) {
                return;
            }
            String now = proposals.stream().filter(proposal -> proposal.field() == field).findFirst()
                    .map(proposal -> writing.text(proposal.amount())).orElse("");
            if (!now.equals(before)) {
                taken.put(field, now);
                put.accept(field, now);
            }
        });
    }
}
