package app.forecourt.model.send;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.concurrent.TaskRunner;
import app.forecourt.journal.EnqueueResult;
import app.forecourt.model.cars.CarsModel;
import app.forecourt.model.form.CarFormModel;
import app.forecourt.model.store.Autosave;
import app.forecourt.model.store.CarInMemory;
import app.forecourt.send.Outbox;
import app.forecourt.settings.Profile;
import app.forecourt.stock.DuplicateSubmission;
import app.forecourt.stock.Submission;
import app.forecourt.stock.SubmissionState;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;

/**
 * Submissions between the request of the user and the answer of the outbox: their duplicate check, their countdown, and
 * the stop of both. Used on the FX thread only.
 */
public final class RequestedSubmissions {
    private final ObservableValue<Profile> profile;
    private final CarsModel cars;
    private final Outbox outbox;
    private final TaskRunner taskRunner;
    private final BooleanSupplier undoable;
    private final Consumer<Submission> enqueued;
    private final DuplicateWarnings warnings;
    private final SendDelay delay;
    /** Submissions that the outbox was asked to send and has not answered yet, by their id. */
    private final Map<UUID, Submission> unanswered = new HashMap<>();
    /** Requested submissions that the user stopped before the outbox or the duplicate check has answered. */
    private final Set<UUID> stopped = new HashSet<>();

    private SendWorkflow.Listener listener = new SendWorkflow.Listener() {};

    /**
     * @param undoable returns whether a countdown precedes each submission to production
     * @param enqueued receives the submissions that the outbox has accepted
     */
    public RequestedSubmissions(
            ObservableValue<Profile> profile,
            CarsModel cars,
            CarFormModel form,
            Outbox outbox,
            TaskRunner taskRunner,
            BooleanSupplier undoable,
            Consumer<Submission> enqueued) {
        this.profile = profile;
        this.cars = cars;
        this.outbox = outbox;
        this.taskRunner = taskRunner;
        this.undoable = undoable;
        this.enqueued = enqueued;
        this.warnings = new DuplicateWarnings(profile, cars, form);
        this.delay = new SendDelay(taskRunner, warnings::isShown);
        cars.stock()
                .setLeaving(car -> unanswered.values().stream()
                        .anyMatch(submission -> submission.car().equals(car)));
        cars.stock().addListener(this::stopMarked);
    }

    /** Returns the warnings about earlier submissions. */
    DuplicateWarnings warnings() {
        return warnings;
    }

    /** Sets the receiver of questions, and of submissions that were undone or not recorded. */
    void setListener(SendWorkflow.Listener listener) {
        this.listener = listener;
    }

    /**
     * Sends a submission of the current car, after a countdown if it can be undone.
     *
     * @param ignored earlier submissions that do not prevent this one
     */
    void start(CarInMemory car, Submission submission, Set<UUID> ignored) {
        CarDraft typed = cars.current().draft();
        Set<CarField> taken = car.acceptedSuggestions().fields();
        cars.request(car, submission);
        Runnable leave = () -> {
            unanswered.put(submission.id(), submission);
            taskRunner.run(
                    () -> {
                        // A correction is reopened before the journal has its submission.
                        cars.autosave().flush();
                        return outbox.send(submission, typed, taken, ignored);
                    },
                    result -> onAnswer(submission, result),
                    _ -> endPending(submission));
        };
        // Without a writable journal nothing leaves that could be undone.
        if (submission.profile() == Profile.PRODUCTION
                && undoable.getAsBoolean()
                && !(cars.autosave().state().get() instanceof Autosave.State.Failing)) {
            startCountdown(submission, ignored, leave);
        } else {
            leave.run();
        }
    }

    /**
     * Finds the earlier submissions that would prevent a submission. Sends nothing.
     *
     * @param ignored earlier submissions that do not prevent this one
     */
    void findDuplicates(Submission submission, Set<UUID> ignored, Consumer<List<DuplicateSubmission>> found) {
        taskRunner.run(() -> outbox.findDuplicates(submission, ignored), found, _ -> {});
    }

    /** Asks about earlier submissions at once, and sends the car after the countdown. */
    private void startCountdown(Submission submission, Set<UUID> ignored, Runnable leave) {
        taskRunner.run(
                () -> outbox.findDuplicates(submission, ignored),
                earlier -> {
                    if (cars.isMarked(submission.car())) {
                        stopped.add(submission.id());
                    }
                    if (endIfStopped(submission)) {
                        return;
                    }
                    if (!earlier.isEmpty()) {
                        onAnswer(submission, new EnqueueResult.AlreadyThere(earlier));
                        return;
                    }
                    delay.start(submission, displayName(submission), leave);
                },
                _ -> endPending(submission));
    }

    private String displayName(Submission submission) {
        CarDraft sent = submission.draft();
        return Stream.of(
                        cars.names().name(sent::text),
                        sent.text(CarField.LICENSE_PLATE).strip())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private void onAnswer(Submission submission, EnqueueResult result) {
        if (!(result instanceof EnqueueResult.Enqueued) && endIfStopped(submission)) {
            outbox.withdraw(submission);
            return;
        }
        switch (result) {
            case EnqueueResult.Enqueued(var going) -> {
                warnings.onSent();
                enqueued.accept(going);
                if (cars.isMarked(submission.car())) {
                    outbox.stop(going);
                }
                endPending(submission);
            }
            case EnqueueResult.AlreadyThere(var earlier) -> {
                endPending(submission);
                if (warnings.isShown(submission.car(), submission.profile())) {
                    warnings.show(submission, earlier);
                    listener.showProblems();
                } else {
                    listener.onNotSent(submission, earlier.getFirst());
                }
            }
            case EnqueueResult.NotSaved(var reason) -> {
                endPending(submission);
                outbox.withdraw(submission);
                listener.onNotRecorded(reason);
            }
        }
    }

    /** Makes the car a draft again if the user stopped its submission before the outbox had it. */
    private boolean endIfStopped(Submission submission) {
        boolean isStopped = stopped.contains(submission.id());
        if (isStopped) {
            endPending(submission);
            listener.onUndone();
        }
        return isStopped;
    }

    /**
     * Cancels the countdowns of cars that were marked meanwhile, and stops the waiting submissions of the current one.
     * The focus stays in the list.
     */
    private void stopMarked() {
        delay.pendingCars()
                .filter(pending -> cars.isMarked(pending.car()))
                .filter(delay::cancel)
                .forEach(pending -> cars.withdrawRequest(pending.car(), pending.to()));
        CarInMemory current = cars.current().car().get();
        List<Submission> waiting = current.submissions().all().stream()
                .filter(submission -> submission.state() == SubmissionState.WAITING)
                .toList();
        // The mark comes last, because it is searched in all cars.
        if (!waiting.isEmpty() && cars.isMarked(current.id())) {
            waiting.forEach(outbox::stop);
        }
    }

    private void endPending(Submission submission) {
        unanswered.remove(submission.id());
        stopped.remove(submission.id());
        cars.withdrawRequest(submission.car(), submission.profile());
    }

    /** Stops the submission of the current car to the chosen profile, or its countdown. */
    void stop() {
        delay.shown()
                .ifPresentOrElse(
                        this::undo,
                        () -> underWay().ifPresent(submission -> {
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
    boolean undo() {
        Optional<Submission> checked = underWay()
                .filter(Submission::isRequested)
                .filter(submission -> delay.shown().isEmpty() && !unanswered.containsKey(submission.id()));
        checked.map(Submission::id).ifPresent(stopped::add);
        Optional<SendDelay.PendingCar> last =
                delay.shown().or(delay::outOfSight).filter(_ -> checked.isEmpty());
        last.ifPresent(this::undo);
        return last.isPresent() || checked.isPresent();
    }

    /** Cancels the countdown of a car. */
    void undo(SendDelay.PendingCar car) {
        if (delay.cancel(car)) {
            cars.withdrawRequest(car.car(), car.to());
            listener.onUndone();
        }
    }

    /** Returns the countdowns. */
    SendDelay delay() {
        return delay;
    }

    /** Retries the waiting submission of the current car now. */
    void retryNow() {
        underWay().map(Submission::profile).ifPresent(outbox::retryNow);
    }

    private Optional<Submission> underWay() {
        return cars.current()
                .car()
                .get()
                .submissions()
                .shown(profile.getValue())
                .filter(submission -> submission.state().isUnderWay());
    }
}
