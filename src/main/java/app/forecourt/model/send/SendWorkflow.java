package app.forecourt.model.send;

import app.forecourt.autochat.json.CarJsonWriter;
import app.forecourt.car.Problem;
import app.forecourt.car.check.CarValidator;
import app.forecourt.connection.ProfileClients;
import app.forecourt.journal.database.JournalException;
import app.forecourt.model.cars.CarsModel;
import app.forecourt.model.form.CarFormModel;
import app.forecourt.model.photos.PhotoUploadsModel;
import app.forecourt.model.store.CarInMemory;
import app.forecourt.settings.Profile;
import app.forecourt.stock.DuplicateSubmission;
import app.forecourt.stock.SendingStatus;
import app.forecourt.stock.StockMark;
import app.forecourt.stock.Submission;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;

/** Workflow that sends the current car to AutoChat, with all checks and questions before the submission. */
public final class SendWorkflow {
    private final ObservableValue<Profile> profile;
    private final CarsModel cars;
    private final CarFormModel form;
    private final ProfileClients clients;
    private final PhotoUploadsModel uploads;
    private final RequestedSubmissions pending;
    private final Clock clock;
    private final CarJsonWriter json = new CarJsonWriter();
    private final MissingContentWarnings contentWarnings = new MissingContentWarnings();
    private final ProductionConsent consent = new ProductionConsent();
    private final ReadOnlyBooleanWrapper missingCredentials = new ReadOnlyBooleanWrapper();
    private final AwaitedPhotos photos;

    private Listener listener = new Listener() {};

    /** Result of a request to send. */
    public enum Step {
        /** The form shows problems to look at first. */
        PROBLEMS_SHOWN,
        /**
         * The profile has no credentials, and nothing is written. {@link SendWorkflow#missingCredentials} is true until
         * that changes.
         */
        NO_CREDENTIALS,
        /**
         * The car is the first one sent to production in this run. The caller asks the user, with the
         * {@link SendWorkflow#missingContent}, then calls {@link SendWorkflow#confirmProduction}.
         */
        CONFIRMATION_NEEDED,
        /**
         * The car is marked as sold, withdrawn or archived. The caller asks the user, and removes the mark if the car
         * is for sale all the same.
         */
        MARKED,
        /**
         * Photos of the car have no public address yet. The caller asks the user, then calls
         * {@link AwaitedPhotos#leaveOut} and sends again, or calls {@link AwaitedPhotos#sendWhenPublic}.
         */
        PHOTOS_UNDER_WAY,
        /** Files that the user has added are not among the photos of the car yet. The user sends again later. */
        PHOTOS_BEING_ADDED,
        /** The car is being sent, unless the journal objects: see {@link Listener}. */
        SENDING,
        /** The car is being sent already, or was sent before. */
        ALREADY_SENT
    }

    /** Receiver of questions and problems that arise after the request to send. */
    public interface Listener {
        /** Reports that the form shows problems to look at first. */
        default void showProblems() {}

        /** Reports that warnings were added to the problems that the form shows since the last request to send. */
        default void onWarningsAdded() {}

        /** Reports that a car outside the form was not sent, because its profile may have the car already. */
        default void onNotSent(Submission submission, DuplicateSubmission duplicate) {}

        /** Reports that a car was not sent, because the journal can't record the submission. */
        default void onNotRecorded(JournalException.Reason reason) {}

        /** Reports whether the car in the form, which waited for its photos, can be sent now; false if one failed. */
        default void onPhotosAwaited(boolean arePublic) {}

        /** Reports that the user undid the sending of a car. */
        default void onUndone() {}
    }

    public SendWorkflow(
            ObservableValue<Profile> profile,
            CarsModel cars,
            CarFormModel form,
            ProfileClients clients,
            PhotoUploadsModel uploads,
            RequestedSubmissions pending,
            Clock clock) {
        this.profile = profile;
        this.cars = cars;
        this.form = form;
        this.clients = clients;
        this.uploads = uploads;
        this.pending = pending;
        this.clock = clock;
        this.photos = new AwaitedPhotos(profile, form, uploads, arePublic -> listener.onPhotosAwaited(arePublic));
        // A warning about one car and profile does not apply to another.
        cars.current().car().subscribe(_ -> resetWarnings());
        profile.subscribe(_ -> resetWarnings());
    }

    private void resetWarnings() {
        pending.warnings().clear();
        missingCredentials.set(false);
        photos.reset();
    }

    /** Returns the photos of the car in the form that are not public. */
    public AwaitedPhotos photos() {
        return photos;
    }

    /** Returns whether the user tried to send the current car to a profile without credentials. */
    public ReadOnlyBooleanProperty missingCredentials() {
        return missingCredentials.getReadOnlyProperty();
    }

    /** Applies changed settings. */
    public void settingsChanged() {
        missingCredentials.set(missingCredentials.get() && !clients.isSetUp(profile.getValue()));
    }

    /** Sets the receiver of questions and problems. */
    public void setListener(Listener listener) {
        this.listener = listener;
        pending.setListener(listener);
    }

    /** Returns the warnings about what the current car's advert lacks on production, in form order. */
    public List<Problem> missingContent() {
        return MissingContentWarnings.missing(
                cars.current().car().get(), form.draft().get());
    }

    /**
     * Records the user's consent to send to production, which holds for the rest of the run. The user is asked again if
     * the car has changed since the question. A late answer of the register may change the car.
     *
     * @return true if the car of the question is still in the form, so that it may be sent
     */
    public boolean confirmProduction() {
        return consent.give(question());
    }

    private ProductionConsent.Question question() {
        return new ProductionConsent.Question(
                cars.current().car().get(), profile.getValue(), form.draft().get());
    }

    /**
     * Validates the current car and sends it. Sends nothing if there are problems to look at or the profile has the car
     * already.
     */
    public Step send() {
        return send(SendingStatus.DRAFT);
    }

    /** Sends a car with unknown outcome again, because the user says so. */
    public Step sendAgain() {
        return send(SendingStatus.UNKNOWN);
    }

    private Step send(SendingStatus from) {
        CarInMemory car = cars.current().car().get();
        Profile to = profile.getValue();
        if (cars.current().status().get() != from) {
            return Step.ALREADY_SENT;
        }
        // The user has confirmed the warnings of the last version that the profile accepted.
        car.submissions()
                .to(to)
                .filter(Submission::isAccepted)
                .findFirst()
                .map(Submission::draft)
                .map(form::check)
                .ifPresent(form.problems()::markSeen);
        boolean hasNews = form.showAllProblems();
        if (to == Profile.PRODUCTION) {
            form.problems().add(contentWarnings.raise(car, form.draft().get()));
            // Until the user's consent, the question for it names what the advert lacks. Two questions are two presses.
            hasNews |= form.showAllProblems() && !consent.isMissing(to);
        }
        if (!form.problems().visible().isEmpty()) {
            cars.current().onSendTried();
        }
        // Checked first, because the sign-in may also supply the missing dealership and option list.
        if (!clients.isSetUp(to)) {
            missingCredentials.set(true);
            return Step.NO_CREDENTIALS;
        }
        if (!(form.problems().result() instanceof CarValidator.Result.Valid(var ready, var warnings))) {
            return Step.PROBLEMS_SHOWN;
        }
        Submission submission = Submission.of(
                car.id(),
                to,
                clients.address(to),
                uploads.addresses().resolve(form.draft().get(), to),
                json.toJson(ready.withPhotos(line -> uploads.addresses().address(line, to))),
                car.submissions().submissionTime(clock.instant()));
        Set<UUID> ignored = pending.warnings().confirmed(car, submission);
        if (hasNews) {
            // Asks about earlier submissions in the same question, because two questions are two presses.
            pending.findDuplicates(submission, ignored, earlier -> addDuplicates(submission, from, earlier));
            return Step.PROBLEMS_SHOWN;
        }
        if (consent.isMissing(to)) {
            consent.ask(question());
            return Step.CONFIRMATION_NEEDED;
        }
        boolean isDeleted = cars.isDeleted(car.id());
        if (!isDeleted && cars.isMarked(car.id())) {
            return Step.MARKED;
        }
        if (uploads.adding().get() > 0) {
            return Step.PHOTOS_BEING_ADDED;
        }
        // The last question, because a car that waits for its photos is sent without another one.
        if (photos.isMissing()) {
            return Step.PHOTOS_UNDER_WAY;
        }
        if (isDeleted) {
            // The stock list would hide the outcome.
            cars.mark(car.id(), StockMark.NONE);
        }
        pending.start(car, submission, ignored);
        return Step.SENDING;
    }

    /** Stops the submission of the current car to the chosen profile, or its countdown. */
    public void stop() {
        pending.stop();
    }

    /**
     * Cancels the countdown of the current car, also before its first second, else that of the car outside the window
     * that was sent last.
     *
     * @return false if there was no countdown
     */
    public boolean undo() {
        return pending.undo();
    }

    /** Cancels the countdown of a car. */
    public void undo(SendDelay.PendingCar car) {
        pending.undo(car);
    }

    /** Returns the countdowns. */
    public SendDelay delay() {
        return pending.delay();
    }

    /** Retries the waiting submission of the current car now. */
    public void retryNow() {
        pending.retryNow();
    }

    /** Records the user's verdict that AutoChat has the car, after an unknown outcome. */
    public void confirmArrival() {
        cars.current().confirmArrival(clock.instant());
    }

    /** Adds the duplicate warnings to the shown problems, unless the user has gone on meanwhile. */
    private void addDuplicates(Submission submission, SendingStatus from, List<DuplicateSubmission> earlier) {
        if (!earlier.isEmpty()
                && pending.warnings().isShown(submission.car(), submission.profile())
                && cars.current().status().get() == from
                && submission
                        .draft()
                        .equals(uploads.addresses().resolve(form.draft().get(), submission.profile()))) {
            pending.warnings().show(submission, earlier);
            listener.onWarningsAdded();
        }
    }

    /** Returns the warning about an earlier submission or another reason why a car was not sent. */
    public Problem warning(DuplicateSubmission duplicate, Profile to) {
        return pending.warnings().warning(duplicate, to);
    }
}
