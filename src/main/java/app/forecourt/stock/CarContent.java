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
public record CarContent(CarDraft draft, Set<CarField> acceptedSuggestions, String editedDescription) {
    public CarContent {
        acceptedSuggestions = Set.copyOf(acceptedSuggestions);
    }

    /** Returns what was typed into a stored car. */
    public static CarContent of(StoredCar car) {
        return new CarContent(car.draft(), car.acceptedSuggestions(), car.editedDescription());
    }

    /**
     * Merges what another desk has typed meanwhile. A field that both have changed keeps the text of this desk.
     *
     * @param base the version that both began with
     */
    public CarContent merge(CarContent base, CarContent other) {
        CarDraft merged = new DraftMerge(base.draft, draft, other.draft).run();
        List<CarField> accepted = DraftMerge.mergeEntries(
                base.acceptedSuggestions.stream().sorted().toList(),
                acceptedSuggestions.stream().sorted().toList(),
                other.acceptedSuggestions.stream().sorted().toList());
        return new CarContent(
                merged,
                Set.copyOf(accepted),
                editedDescription.equals(base.editedDescription) ? other.editedDescription : editedDescription);
    }

    /**
     * Returns the base of the next merge: the other version, without what both desks have typed in the same way. The
     * user's text so stays an edit until it is saved.
     *
     * @param base the version that both began with
     */
    public CarContent nextBase(CarContent base, CarContent other) {
        return new CarContent(
                new DraftMerge(base.draft, draft, other.draft).nextBase(),
                Set.copyOf(
                        DraftMerge.nextBase(base.acceptedSuggestions, acceptedSuggestions, other.acceptedSuggestions)),
                editedDescription.equals(other.editedDescription) ? base.editedDescription : other.editedDescription);
    }

    /**
     * Returns the fields that keep the text of this desk, although both desks have changed them.
     *
     * @param base the version that both began with
     */
    public Set<CarField> conflicts(CarContent base, CarContent other) {
        return new DraftMerge(base.draft, draft, other.draft).conflicts();
    }
}
