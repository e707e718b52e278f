package app.forecourt.model.send;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.journal.Journal;
import app.forecourt.model.cars.CarsModel;
import app.forecourt.settings.Profile;
import app.forecourt.stock.Submission;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;

/** The car in the form was sent, and is opened to be corrected; or, on second thoughts, left as it was sent. */
public final class CorrectionWorkflow {
    private final CarsModel cars;
    private final ObservableValue<Profile> profile;
    private final Journal journal;
    private final Clock clock;

    public CorrectionWorkflow(CarsModel cars, ObservableValue<Profile> profile, Journal journal,
            Clock clock) {
        this.cars = cars;
        this.profile = profile;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Opens the car to be corrected and sent once more, as the chosen profile was sent it. What is typed by now goes on
     * where no sending has it: it would be lost.
     */
    public void begin() {
        if (attempts().isEmpty()) {
            // There is nothing to correct.
            return;
        }
        CarDraft typed = cars.current().draft();
        if (attempts().stream().anyMatch(attempt -> cars.isSame(attempt.sent(), typed))) {
            revertToSent();
        }
        // As exact as the journal keeps it.
        reopen(Optional.of(clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    }

    private static Stream<CarField> changes(CarDraft one, CarDraft other) {
        return Stream.of(CarField.values()).filter(field -> field == CarField.OPTIONS
                ? !one.options().equals(other.options())
                : !one.text(field).equals(other.text(field)));
    }

    /** In what the car is another one by now than the chosen profile was sent last, or else than was rehearsed. */
    public List<CarField> changes() {
        CarDraft typed = cars.current().draft();
        return sentLast().map(Submission::sent).or(() -> rehearsed(typed))
                .map(sent -> changes(sent, typed).toList()).orElse(List.of());
    }

    /** What was rehearsed, with the dealership as it follows by itself. */
    private Optional<CarDraft> rehearsed(CarDraft typed) {
        return cars.current().car().get().rehearsed()
                .filter(any -> profile.getValue() == Profile.PRODUCTION).map(Submission::sent).map(sent -> {
                    CarDraft here = sent.with(CarField.DEALERSHIP_ID, typed.text(CarField.DEALERSHIP_ID));
                    return cars.isSame(sent, here) ? here : sent;
                });
    }

    private Optional<Submission> sentLast() {
        return attempts().reversed().stream()
                .filter(attempt -> attempt.accepted() && attempt.profile() == profile.getValue())
                .findFirst();
    }

    private List<Submission> attempts() {
        return cars.current().car().get().attempts();
    }

    /** Leaves the car in the form as the chosen profile was sent it last. */
    public void leaveAsSent() {
        revertToSent();
        reopen(Optional.empty());
    }

    private void revertToSent() {
        sentLast().map(Submission::sent).ifPresent(cars.current()::revertTo);
    }

    private void reopen(Optional<Instant> since) {
        UUID car = cars.current().car().get().id();
        cars.current().reopen(since);
        cars.saving().note(() -> journal.reopen(car, since));
    }
}
