package app.forecourt.stock;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.DraftMerge;
import java.util.List;
import java.util.Set;

/**
 * What the user has typed into a car, as saved together.
 *
 * @param acceptedSuggestions the fields with accepted suggestions
 * @param editedDescription the description that the user edits in the builder; empty if there is none
 */
public record TypedCar(CarDraft draft, Set<CarField> acceptedSuggestions, String editedDescription) {
    public TypedCar {
        acceptedSuggestions = Set.copyOf(acceptedSuggestions);
    }

    /** Returns what was typed into a stored car. */
    public static TypedCar of(StoredCar car) {
        return new TypedCar(car.draft(), car.acceptedSuggestions(), car.editedDescription());
    }

    /**
     * Merges what another desk has typed meanwhile. A field that both have changed keeps the text of this desk.
     *
     * @param base the version that both began with
     */
    public TypedCar merge(TypedCar base, TypedCar other) {
        CarDraft merged = new DraftMerge(base.draft, draft, other.draft).run();
        List<CarField> accepted = DraftMerge.mergeEntries(base.acceptedSuggestions.stream().sorted().toList(),
                acceptedSuggestions.stream().sorted().toList(),
                other.acceptedSuggestions.stream().sorted().toList());
        return new TypedCar(merged, Set.copyOf(accepted),
                editedDescription.equals(base.editedDescription) ? other.editedDescription
                        : editedDescription);
    }
}
