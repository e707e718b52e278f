package app.forecourt.ui;

import app.forecourt.journal.Attempt;
import app.forecourt.journal.Journal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** The car in the form was sent, and is opened to be corrected; or, on second thoughts, left as it was sent. */
public final class Correction {
    private final Cars cars;
    private final CarForm form;
    private final Journal journal;
    private final Clock clock;

    Correction(Cars cars, CarForm form, Journal journal, Clock clock) {
        this.cars = cars;
        this.form = form;
        this.journal = journal;
        this.clock = clock;
    }

    /** Opens the car to be corrected and sent once more. */
    public void begin() {
        // As exact as the journal keeps it.
        reopen(Optional.of(clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    }

    /** Whether the car in the form is another one by now than was sent. */
    boolean hasChanges() {
        return sentLast().filter(sent -> !sent.sent().equals(form.draft().get())).isPresent();
    }

    private Optional<Attempt> sentLast() {
        return cars.inForm().current().get().attempts().reversed().stream().filter(Attempt::accepted)
                .findFirst();
    }

    /** Leaves the car in the form as it was sent last. */
    public void leaveAsSent() {
        OpenCar car = cars.inForm().current().get();
        sentLast().ifPresent(sent -> form.load(sent.sent(), car.taken()));
        reopen(Optional.empty());
    }

    private void reopen(Optional<Instant> since) {
        UUID car = cars.inForm().current().get().id();
        cars.inForm().reopen(since);
        cars.saving().note(() -> journal.reopen(car, since));
    }
}
