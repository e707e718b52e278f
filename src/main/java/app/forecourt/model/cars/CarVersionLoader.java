package app.forecourt.model.cars;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.model.form.CarFormModel;
import app.forecourt.model.form.ExternalValues;
import app.forecourt.model.store.CarInMemory;
import app.forecourt.model.store.UnshownRemoteVersion;
import app.forecourt.stock.CarContent;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The version of the current car that the form shows: the draft, or the version sent to the chosen profile. The two may
 * differ, because the user may have typed for another profile since.
 */
final class CarVersionLoader {
    private final CarFormModel form;
    /** External values of the cars shown in this run. */
    private final Map<UUID, ExternalValues.Snapshot> externalValues = new HashMap<>();
    /** Whether the form shows a sent version that differs from the draft. */
    private boolean showsSent;

    private boolean changing;

    CarVersionLoader(CarFormModel form) {
        this.form = form;
    }

    /** Returns the draft, even if the form shows the sent version. */
    CarDraft draft(CarInMemory car) {
        return showsSent ? car.draft() : form.draft().get();
    }

    /** Shows the draft of another car. */
    void showDraft(CarInMemory car, CarInMemory previousCar) {
        storeExternalValues(previousCar);
        showsSent = false;
        load(car.draft(), car);
    }

    /**
     * Shows the sent version of the current car, or its draft.
     *
     * @param sent version to show read-only, empty for the draft
     * @return true if the form was reloaded, so that problems must be shown again
     */
    boolean show(CarInMemory car, Optional<CarDraft> sent) {
        car.setDraft(draft(car));
        CarDraft shown = sent.orElse(car.draft());
        boolean differs = !shown.equals(form.draft().get());
        if (differs) {
            storeExternalValues(car);
        }
        showsSent = !shown.equals(car.draft());
        if (differs) {
            withoutAutosave(() -> load(shown, car));
        }
        return differs;
    }

    private void load(CarDraft draft, CarInMemory car) {
        form.load(draft, car.acceptedSuggestions());
        form.externalValues().restore(externalValues.getOrDefault(car.id(), ExternalValues.Snapshot.NOTHING));
    }

    /** Stores the external values of the draft. The sent version has none, because it never changes. */
    private void storeExternalValues(CarInMemory car) {
        if (!showsSent) {
            externalValues.put(car.id(), form.externalValues().snapshot());
        }
    }

    /**
     * Takes over what another desk has typed into the current car.
     *
     * @return the fields that keep the text of the user
     */
    Set<CarField> takeOver(CarInMemory car, UnshownRemoteVersion edits) {
        CarContent merged = car.typed().merge(edits.base(), edits.stored());
        Set<CarField> replaced = car.typed().conflicts(edits.base(), edits.stored());
        if (showsSent) {
            car.acceptedSuggestions().replace(merged.acceptedSuggestions(), merged.draft());
            car.onRemoteEditsShown(merged, edits.stored());
            return replaced;
        }
        withoutAutosave(() -> {
            CarDraft shown = form.takeOver(edits.base().draft(), edits.stored().draft(), merged.acceptedSuggestions());
            car.onRemoteEditsShown(
                    new CarContent(form.draft().get(), merged.acceptedSuggestions(), merged.editedDescription()),
                    new CarContent(
                            shown,
                            edits.stored().acceptedSuggestions(),
                            edits.stored().editedDescription()));
            // The save of the field with the focus compares that field once more.
            replaced.removeIf(
                    field -> !shown.text(field).equals(edits.stored().draft().text(field)));
        });
        return replaced;
    }

    /** Changes the form without saving the change. */
    void withoutAutosave(Runnable change) {
        boolean wasChanging = changing;
        changing = true;
        try {
            change.run();
        } finally {
            // Otherwise nothing that the user types later would be saved.
            changing = wasChanging;
        }
    }

    /** Returns whether the program itself is changing the form. */
    boolean isChanging() {
        return changing;
    }
}
