package app.forecourt.model.send;

import app.forecourt.car.CarDraft;
import app.forecourt.model.cars.CarsModel;
import app.forecourt.model.connection.ConnectionState;
import app.forecourt.model.form.CarFormModel;
import app.forecourt.model.store.CarInMemory;
import app.forecourt.settings.Profile;
import app.forecourt.stock.SendingStatus;
import app.forecourt.stock.Submission;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;

/**
 * Workflow that publishes on production a car that staging accepted. The same car gets production's dealership, is
 * validated again with production's option list, and is then sent.
 */
public final class PublishWorkflow {
    private final CarsModel cars;
    private final CarFormModel form;
    private final ObservableValue<Profile> profile;
    private final ObservableValue<ConnectionState> connection;
    private final Consumer<Profile> choose;
    private final Executor window;
    /** Action to run once the connection is established or has failed. */
    private Optional<Runnable> waitingAction = Optional.empty();

    /**
     * @param choose selects a profile, which loads its options and switches the dealership
     * @param window executor of actions that may open a dialog, run after all listeners of the connection
     */
    public PublishWorkflow(
            CarsModel cars,
            CarFormModel form,
            ObservableValue<Profile> profile,
            ObservableValue<ConnectionState> connection,
            Consumer<Profile> choose,
            Executor window) {
        this.form = form;
        this.profile = profile;
        this.cars = cars;
        this.connection = connection;
        this.choose = choose;
        this.window = window;
        connection.subscribe(_ -> continueWhenConnected());
    }

    /**
     * Returns whether the car can be published. Staging must have accepted it. Production must have no submission that
     * was accepted, is under way or has an unknown outcome.
     */
    public boolean canPublish() {
        CarInMemory car = cars.current().car().get();
        return car.submissions().status(Profile.STAGING) == SendingStatus.SENT
                && car.submissions().status(Profile.PRODUCTION) == SendingStatus.DRAFT
                && car.submissions().to(Profile.PRODUCTION).noneMatch(Submission::isAccepted);
    }

    /**
     * Switches to production with the current car.
     *
     * @param send sends the car from there, after its options were compared or could not be loaded
     */
    public void publish(Runnable send) {
        if (!canPublish()) {
            return;
        }
        CarInMemory car = cars.current().car().get();
        CarDraft stagingDraft = form.draft().get();
        choose.accept(Profile.PRODUCTION);
        CarDraft productionDraft = form.draft().get();
        if (!cars.isSame(stagingDraft, productionDraft)) {
            // The user typed something else for production and has to see it first.
            return;
        }
        waitingAction = Optional.of(() -> {
            // The user may have switched or typed meanwhile. The car is then not the one that staging accepted.
            if (canPublish()
                    && car == cars.current().car().get()
                    && profile.getValue() == Profile.PRODUCTION
                    && productionDraft.equals(form.draft().get())) {
                send.run();
            }
        });
        continueWhenConnected();
    }

    /** Runs the waiting action once. A later reload of the list sends nothing. */
    private void continueWhenConnected() {
        if (!(connection.getValue() instanceof ConnectionState.Connecting)) {
            Optional<Runnable> next = waitingAction;
            waitingAction = Optional.empty();
            next.ifPresent(window::execute);
        }
    }
}
