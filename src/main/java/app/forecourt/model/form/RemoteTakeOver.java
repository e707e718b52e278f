package app.forecourt.model.form;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.DraftMerge;
import java.util.Optional;
import java.util.Set;

/** Takes over into the form what another desk has changed. */
final class RemoteTakeOver {
    private final FormInputModel texts;
    private final PhotoList photos;
    private final AmountSuggestionsModel amounts;
    private final NestedUpdateGuard updates;
    private boolean running;

    RemoteTakeOver(FormInputModel texts, PhotoList photos, AmountSuggestionsModel amounts, NestedUpdateGuard updates) {
        this.texts = texts;
        this.photos = photos;
        this.amounts = amounts;
        this.updates = updates;
    }

    /** Returns whether the running update is a change of another desk, which must lead to no change of this desk. */
    boolean isRunning() {
        return running;
    }

    /**
     * Takes over what another desk has changed. A field that the user has changed since the base keeps its text. So
     * does the field with the focus, until the focus leaves it, because a key may come next. No change counts as typed
     * here.
     *
     * @param base the draft that both sides began with
     * @param other the draft as another desk has changed it
     * @param accepted the fields with accepted suggestions afterwards
     * @return the other draft as far as the form shows it, with the base's text in the field with the focus
     */
    CarDraft run(CarDraft base, CarDraft other, Set<CarField> accepted) {
        CarDraft local = texts.draft();
        Optional<CarField> held = texts.focused();
        CarDraft shown = held.map(field -> other.with(field, base.text(field))).orElse(other);
        CarDraft merged = new DraftMerge(base, local, shown).run();
        amounts.accepted().replace(accepted, merged);
        running = true;
        try {
            updates.runAsOne(() -> {
                texts.fields().stream()
                        .filter(field -> !merged.text(field).equals(local.text(field)))
                        .forEach(field -> replace(field, merged.text(field)));
                ObservableLists.set(texts.options(), merged.options());
            });
        } finally {
            running = false;
        }
        return shown;
    }

    private void replace(CarField field, String text) {
        if (field == CarField.IMAGES) {
            photos.takeOver(text);
        } else {
            texts.replace(field, text);
        }
    }
}
