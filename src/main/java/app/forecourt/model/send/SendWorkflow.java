package app.forecourt.model.send;

import app.forecourt.autochat.json.CarJson;
import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.check.ValidationResult;
import app.forecourt.concurrent.TaskRunner;
import app.forecourt.connection.ProfileClients;
import app.forecourt.journal.EnqueueResult;
import app.forecourt.journal.database.JournalException;
import app.forecourt.model.cars.CarsModel;
import app.forecourt.model.form.CarFormModel;
import app.forecourt.model.store.CarRecord;
import app.forecourt.send.Outbox;
import app.forecourt.settings.Profile;
import app.forecourt.stock.CarName;
import app.forecourt.stock.DuplicateMatch;
import app.forecourt.stock.ListingStatus;
import app.forecourt.stock.StockMark;
import app.forecourt.stock.Submission;
import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;

/** Workflow that sends the current car to AutoChat, with all checks and questions before the submission. */
public final class SendWorkflow {
    private final ObservableValue<Profile> profile;
    private final CarsModel cars;
    private final CarFormModel form;
    private final ProfileClients clients;
    private final Outbox outbox;
    private final Consumer<Submission> changed;
    private final TaskRunner taskRunner;
    private final Clock clock;
    private final SendDelay delay;
    private final BooleanSupplier undoable;
    private final CarJson json = new CarJson();
    private final DuplicateWarnings duplicateWarnings = new DuplicateWarnings();
    /** Submissions that the outbox was asked to send and has not answered yet. */
    private final Set<Submission> unanswered = new HashSet<>();
    /** Requested submissions that the user stopped before the outbox or the duplicate check has answered. */
    private final Set<UUID> stopped = new HashSet<>();
    private boolean productionConfirmed;
    /** Subject of the open question about production, empty once it is answered. */
    private Optional<Question> question = Optional.empty();
    private final ReadOnlyBooleanWrapper barred = new ReadOnlyBooleanWrapper();
    private Listener listener = new Listener() {
    };

    private record Question(CarRecord car, Profile to, CarDraft draft) {}

    /** Result of a request to send. */
    public enum Step {
        /** The form shows problems to look at first. */
        PROBLEMS_SHOWN,
        /**
         * The profile has no credentials, and nothing is written. {@link SendWorkflow#barred} is true until that
         * changes.
         */
        NO_CREDENTIALS,
        /**
         * The car is the first one sent to production in this run. The caller asks the user, then calls {@link
         * SendWorkflow#confirmProduction}.
         */
        CONFIRMATION_NEEDED,
        /** The car is being sent, unless the journal objects: see {@link Listener}. */
        SENDING,
        /** The car is being sent already, or was sent before. */
        ALREADY_SENT
    }

    /** Receiver of questions and problems that arise after the request to send. */
    public interface Listener {
        /** Reports that the form shows problems to look at first. */
        default void showProblems() {}

        /** Reports that a car outside the form was not sent, because its profile may have the car already. */
        default void onNotSent(Submission submission, DuplicateMatch duplicate) {}

        /**
         * Asks whether to send a car although the journal can't record the submission. The outcome is unknown for ever
         * if the connection breaks.
         */
        default boolean confirmUnrecordedSend(JournalException.Reason reason) {
            return false;
        }

        /** Reports that a car was not sent, because the journal's earlier submissions can't be read. */
        default void onNotRecorded(JournalException.Reason reason) {}

        /** Reports that the user undid the sending of a car. */
        default void onUndone() {}
    }

    /**
     * @param changed receives the submissions that the outbox has accepted
     * @param undoable returns whether a countdown precedes each submission to production
     */
    public SendWorkflow(ObservableValue<Profile> profile, CarsModel cars, CarFormModel form,
            ProfileClients clients,
            Outbox outbox, Consumer<Submission> changed, TaskRunner taskRunner, Clock clock,
            BooleanSupplier undoable) {
        this.profile = profile;
        this.cars = cars;
        this.form = form;
        this.clients = clients;
        this.outbox = outbox;
        this.changed = changed;
        this.taskRunner = taskRunner;
        this.clock = clock;
        this.delay = new SendDelay(taskRunner, (car, to) -> car.equals(cars.current().car().get().id())
                && to == profile.getValue());
        this.undoable = undoable;
        cars.stock()
                .setLeaving(car -> unanswered.stream().anyMatch(submission -> submission.car().equals(car)));
        cars.stock().addListener(this::undoDeleted);
        // A warning about one car and profile does not apply to another.
        cars.current().car().subscribe(_ -> resetWarnings());
        profile.subscribe(_ -> resetWarnings());
    }

    private void resetWarnings() {
        duplicateWarnings.clear();
        barred.set(false);
    }

    /** Returns whether the user tried to send the current car to a profile without credentials. */
    public ReadOnlyBooleanProperty missingCredentials() {
        return barred.getReadOnlyProperty();
    }

    /** Applies changed settings. */
    public void settingsChanged() {
        barred.set(barred.get() && !clients.isSetUp(profile.getValue()));
    }

    /** Sets the receiver of questions and problems. */
    public void setListener(Listener listener) {
        this.listener = listener;
    }

    /**
     * Records the user's consent to send to production, which holds for the rest of the run. The user is asked again if
     * the car has changed since the question. A late answer of the register may change the car.
     *
     * @return true if the car of the question is still in the form, so that it may be sent
     */
    public boolean confirmProduction() {
        Question current = question();
        Optional<Question> asked = question;
        question = Optional.empty();
        productionConfirmed |= asked.stream().allMatch(current::equals);
        return asked.filter(previous -> previous.car() != current.car() || previous.to() != current.to())
                .isEmpty();
    }

    private Question question() {
        return new Question(cars.current().car().get(), profile.getValue(), form.draft().get());
    }

    /**
     * Validates the current car and sends it. Sends nothing if there are problems to look at or the profile has the car
     * already.
     */
    public Step send() {
        return send(ListingStatus.DRAFT);
    }

    /** Sends a car with unknown outcome again, because the user says so. */
    public Step sendAgain() {
        // The old submission may wait in a file that can't be written now. It would be sent at the next start in
        // addition.
        return cars.autosave().isLasting() ? send(ListingStatus.UNKNOWN) : Step.ALREADY_SENT;
    }

    private Step send(ListingStatus from) {
        CarRecord car = cars.current().car().get();
        Profile to = profile.getValue();
        if (cars.current().status().get() != from) {
            return Step.ALREADY_SENT;
        }
        boolean hasNews = form.showAllProblems();
        // Checked first, because the sign-in may also supply the missing dealership and option list.
        if (!clients.isSetUp(to)) {
            barred.set(true);
            return Step.NO_CREDENTIALS;
        }
        if (hasNews
                || !(form.problems().result() instanceof ValidationResult.Valid(var ready, var warnings))) {
            return Step.PROBLEMS_SHOWN;
        }
        if (to == Profile.PRODUCTION && !productionConfirmed) {
            question = Optional.of(question());
            return Step.CONFIRMATION_NEEDED;
        }
        Submission submission = Submission.of(car.id(), to, clients.address(to), form.draft().get(),
                json.toJson(ready), car.submissionTime(clock.instant()));
        Set<UUID> ignored = duplicateWarnings.confirmed(car, submission);
        if (cars.isDeleted(car.id())) {
            // The stock list would hide the outcome.
            cars.mark(car.id(), StockMark.NONE);
        }
        CarDraft typed = cars.current().draft();
        Set<CarField> taken = car.acceptedSuggestions().fields();
        cars.request(car, submission);
        Runnable leave = () -> {
            unanswered.add(submission);
            taskRunner.run(() -> outbox.send(submission, typed, taken, ignored),
                    result -> onAnswer(car, submission, result),
                    _ -> endPending(submission));
        };
        // Without a writable journal a question comes first, which gives the user the time to undo.
        if (to == Profile.PRODUCTION && undoable.getAsBoolean() && cars.autosave().isLasting()) {
            startCountdown(car, submission, ignored, leave);
        } else {
            leave.run();
        }
        return Step.SENDING;
    }

    /** Asks about earlier submissions at once, and sends the car after the countdown. */
    private void startCountdown(CarRecord car, Submission submission, Set<UUID> ignored, Runnable leave) {
        taskRunner.run(() -> outbox.findDuplicates(submission, ignored), earlier -> {
            if (endIfStopped(submission)) {
                return;
            }
            if (!earlier.isEmpty()) {
                onAnswer(car, submission, new EnqueueResult.AlreadyThere(earlier));
                return;
            }
            delay.start(car.id(), submission.profile(), displayName(submission), () -> {
                if (cars.isDeleted(car.id())) {
                    endPending(submission);
                } else {
                    leave.run();
                }
            });
        }, _ -> endPending(submission));
    }

    private static String displayName(Submission submission) {
        CarDraft sent = submission.draft();
        return Stream.of(CarName.of(sent::text), sent.text(CarField.LICENSE_PLATE).strip())
                .filter(text -> !text.isEmpty()).collect(Collectors.joining(" "));
    }

    private void onAnswer(CarRecord car, Submission submission, EnqueueResult result) {
        if (!(result instanceof EnqueueResult.Enqueued) && endIfStopped(submission)) {
            return;
        }
        switch (result) {
            case EnqueueResult.Enqueued(var going) -> {
                duplicateWarnings.onSent();
                changed.accept(going);
                if (cars.isDeleted(car.id())) {
                    outbox.stop(going);
                }
            }
            case EnqueueResult.AlreadyThere(var earlier) -> {
                endPending(submission);
                if (car == cars.current().car().get() && submission.profile() == profile.getValue()) {
                    form.problems().showDuplicateWarnings(duplicateWarnings.warn(car, submission, earlier));
                    listener.showProblems();
                } else {
                    listener.onNotSent(submission, earlier.getFirst());
                }
            }
            case EnqueueResult.NotSaved(var reason) when reason == JournalException.Reason.NEWER -> {
                endPending(submission);
                listener.onNotRecorded(reason);
            }
            case EnqueueResult.NotSaved(var reason) -> {
                // The car counts as requested until the user has answered, so that nothing else sends it meanwhile.
                if (listener.confirmUnrecordedSend(reason)) {
                    taskRunner.run(() -> outbox.sendUnsaved(submission),
                            going -> onAnswer(car, submission, going), _ -> endPending(submission));
                    return;
                }
            }
        }
        endPending(submission);
    }

    /** Makes the car a draft again if the user stopped its submission before the outbox had it. */
    private boolean endIfStopped(Submission submission) {
        boolean isStopped = stopped.contains(submission.id());
        if (isStopped) {
            endPending(submission);
            delay.countUndo();
            listener.onUndone();
        }
        return isStopped;
    }

    /** Cancels the countdowns of deleted cars. The focus stays in the list. */
    private void undoDeleted() {
        delay.pendingCars().filter(pending -> cars.isDeleted(pending.car())).filter(delay::cancel)
                .forEach(pending -> cars.withdrawRequest(pending.car(), pending.to()));
    }

    private void endPending(Submission submission) {
        unanswered.remove(submission);
        stopped.remove(submission.id());
        cars.withdrawRequest(submission.car(), submission.profile());
    }

    /** Stops the submission of the current car to the chosen profile, or its countdown. */
    public void stop() {
        delay.shown().ifPresentOrElse(this::undo, () -> underWay().ifPresent(submission -> {
            if (submission.isRequested()) {
                stopped.add(submission.id());
            }
            // The outbox may be saving the submission now, and must not send it afterwards.
            outbox.stop(submission);
        }));
    }

    /**
     * Cancels the countdown of the current car, also before its first second, else that of the car outside the window
     * that was sent last.
     *
     * @return false if there was no countdown
     */
    public boolean undo() {
        Optional<Submission> checked = underWay().filter(Submission::isRequested)
                .filter(submission -> delay.shown().isEmpty()
                        && unanswered.stream().map(Submission::id).noneMatch(submission.id()::equals));
        checked.map(Submission::id).ifPresent(stopped::add);
        Optional<SendDelay.PendingCar> last = delay.shown().or(delay::outOfSight)
                .filter(_ -> checked.isEmpty());
        last.ifPresent(this::undo);
        return last.isPresent() || checked.isPresent();
    }

    /** Cancels the countdown of a car. */
    public void undo(SendDelay.PendingCar car) {
        if (delay.cancel(car)) {
            cars.withdrawRequest(car.car(), car.to());
            listener.onUndone();
        }
    }

    /** Returns the countdowns. */
    public SendDelay delay() {
        return delay;
    }

    /** Retries the waiting submission of the current car now. */
    public void retryNow() {
        underWay().map(Submission::profile).ifPresent(outbox::retryNow);
    }

    private Optional<Submission> underWay() {
        return cars.current().car().get().shownSubmission(profile.getValue())
                .filter(submission -> submission.state().isUnderWay());
    }

    /** Records the user's verdict that AutoChat has the car, after an unknown outcome. */
    public void confirmArrival() {
        cars.current().confirmArrival(clock.instant());
    }
}
