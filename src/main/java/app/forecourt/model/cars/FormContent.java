package app.forecourt.model.cars;

import app.forecourt.car.CarDraft;
import app.forecourt.model.form.CarFormModel;
import app.forecourt.model.form.ExternalValues;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What the form shows of its car: as it is typed, or as it was sent to the chosen profile. What one profile was sent is
 * not what may have been typed for another since.
 */
final class FormContent {
    private final CarFormModel form;
    /** What was said of the cars that were shown; as long as the program runs. */
    private final Map<UUID, ExternalValues.Kept> said = new HashMap<>();
    /** The car as it is typed, while it is shown as it was sent. */
    private Optional<CarDraft> aside = Optional.empty();
    private boolean changing;

    FormContent(CarFormModel form) {
        this.form = form;
    }

    /** The car as it is typed, whatever is shown. */
    CarDraft draft() {
        return aside.orElseGet(() -> form.draft().get());
    }

    /** Puts a car there, as it is typed, in place of the one before. */
    void put(CarDraft draft, CarRecord car, CarRecord before) {
        remember(before);
        aside = Optional.empty();
        put(draft, car);
    }

    /**
     * Shows the car that is there as it stands.
     *
     * @param sent as it was sent, if it is not to be changed
     * @return whether it was put there anew, of which nothing is told yet
     */
    boolean show(CarRecord car, Optional<CarDraft> sent) {
        CarDraft typed = draft();
        CarDraft shown = sent.orElse(typed);
        boolean another = !shown.equals(form.draft().get());
        if (another) {
            remember(car);
        }
        aside = Optional.of(typed).filter(any -> !any.equals(shown));
        if (another) {
            withoutAutosave(() -> put(shown, car));
        }
        return another;
    }

    private void put(CarDraft draft, CarRecord car) {
        form.load(draft, car.acceptedSuggestions());
        form.externalValues().restore(said.getOrDefault(car.id(), ExternalValues.Kept.NOTHING));
    }

    /** Only of the car as it is typed: nothing more is ever said of it as it was sent. */
    private void remember(CarRecord car) {
        if (aside.isEmpty()) {
            said.put(car.id(), form.externalValues().kept());
        }
    }

    /** Changes the form; nothing of that is typed. */
    void withoutAutosave(Runnable change) {
        boolean before = changing;
        changing = true;
        try {
            change.run();
        } finally {
            // Or nothing that is typed from then on would be kept.
            changing = before;
        }
    }

    /** Whether what changes in the form is not typed. */
    boolean isChanging() {
        return changing;
    }
}
