package app.forecourt.model.send;

import app.forecourt.car.CarDraft;
import app.forecourt.model.cars.CarRecord;
import app.forecourt.model.cars.CarsModel;
import app.forecourt.model.form.CarFormModel;
import app.forecourt.model.options.ConnectionState;
import app.forecourt.settings.Profile;
import app.forecourt.stock.ListingStatus;
import app.forecourt.stock.Submission;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;

/**
 * Repeats on production what staging has taken: the same car with production's dealership, checked again, and against
 * production's option list, before it goes.
 */
public final class PublishWorkflow {
    private final CarsModel cars;
    private final CarFormModel form;
    private final ObservableValue<Profile> profile;
    private final ObservableValue<ConnectionState> connection;
    private final Consumer<Profile> choose;
    private final Executor window;
    /** What is to be done once the connection is there, or can't be had. */
    private Optional<Runnable> waiting = Optional.empty();

    /**
     * @param choose has the window look at another profile, which loads its options and takes its dealership
     * @param window runs what may ask her something after all else has learnt of the connection
     */
    public PublishWorkflow(CarsModel cars, CarFormModel form, ObservableValue<Profile> profile,
            ObservableValue<ConnectionState> connection, Consumer<Profile> choose, Executor window) {
        this.form = form;
        this.profile = profile;
        this.cars = cars;
        this.connection = connection;
        this.choose = choose;
        this.window = window;
        connection.subscribe(any -> continueWhenConnected());
    }

    /** Whether staging has the car in the form, and production never had it nor is being sent it. */
    public boolean isOver() {
        CarRecord car = cars.current().car().get();
        return car.standing(Profile.STAGING) == ListingStatus.SENT
                && car.standing(Profile.PRODUCTION) == ListingStatus.DRAFT
                && car.submissionsTo(Profile.PRODUCTION).noneMatch(Submission::accepted);
    }

    /**
     * Goes to production with the car in the form.
     *
     * @param send sends it from there, when its options could be compared, or can't be had
     */
    public void publish(Runnable send) {
        if (!isOver()) {
            return;
        }
        CarRecord car = cars.current().car().get();
        CarDraft seen = form.draft().get();
        choose.accept(Profile.PRODUCTION);
        CarDraft rehearsed = form.draft().get();
        if (!cars.isSame(seen, rehearsed)) {
            // Something else was typed for production: she has to see it first.
            return;
        }
        waiting = Optional.of(() -> {
            // She may have gone elsewhere meanwhile, or typed: then it is no longer what was rehearsed.
            if (isOver() && car == cars.current().car().get()
                    && profile.getValue() == Profile.PRODUCTION
                    && rehearsed.equals(form.draft().get())) {
                send.run();
            }
        });
        continueWhenConnected();
    }

    /** Once only: what is loaded again later sends nothing. */
    private void continueWhenConnected() {
        if (!(connection.getValue() instanceof ConnectionState.Connecting)) {
            Optional<Runnable> next = waiting;
            waiting = Optional.empty();
            next.ifPresent(window::execute);
        }
    }
}
