package app.forecourt.model.send;

import app.forecourt.autochat.json.CarJson;
import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.Problem;
import app.forecourt.car.ProblemCode;
import app.forecourt.car.check.ValidationResult;
import app.forecourt.concurrent.TaskRunner;
import app.forecourt.environment.ProfileClients;
import app.forecourt.journal.Journal;
import app.forecourt.journal.database.JournalException;
import app.forecourt.model.cars.CarRecord;
import app.forecourt.model.cars.CarsModel;
import app.forecourt.model.form.CarFormModel;
import app.forecourt.send.Outbox;
import app.forecourt.send.Outbox.Asked;
import app.forecourt.settings.Profile;
import app.forecourt.stock.CarName;
import app.forecourt.stock.DuplicateMatch;
import app.forecourt.stock.ListingStatus;
import app.forecourt.stock.Submission;
import app.forecourt.stock.UserVerdict;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.value.ObservableValue;

/** The way of the car in the form to AutoChat: all that has to be asked and seen before it goes. */
public final class SendWorkflow {
    private final ObservableValue<Profile> profile;
    private final CarsModel cars;
    private final CarFormModel form;
    private final ProfileClients environments;
    private final Journal journal;
    private final Outbox outbox;
    private final TaskRunner background;
    private final Clock clock;
    private final SendDelay delay;
    private final ReadOnlyLongWrapper undone = new ReadOnlyLongWrapper();
    private final BooleanSupplier undoable;
    private final CarJson json = new CarJson();
    /** The earlier attempts that she was told of, and so sends all the same. */
    private final Set<UUID> seen = new HashSet<>();
    /** The earlier sendings of which the user was told that nothing differs from them. */
    private final Set<UUID> seenUnchanged = new HashSet<>();
    private boolean productionConfirmed;
    /** What she is asked about, until she says yes. */
    private Optional<Question> question = Optional.empty();
    private final ReadOnlyBooleanWrapper barred = new ReadOnlyBooleanWrapper();
    private Window window = new Window() {
        @Override
        public void look() {}

        @Override
        public void held(Submission attempt, DuplicateMatch earlier) {}

        @Override
        public boolean sendNotNoted(JournalException.Reason reason) {
            return false;
        }
    };

    private record Question(CarRecord car, Profile to, CarDraft draft) {}

    /** What came of asking to send. */
    public enum Step {
        /** There is something to look at first; it is shown now. */
        LOOK,
        /** There is nothing to sign in with: {@link SendWorkflow#barred} says so until that changes. Nothing is noted. */
        NOT_SET_UP,
        /** The first sending to production of this run: ask, then {@link SendWorkflow#confirmProduction}. */
        ASK,
        /** It is on its way, unless the journal objects: see {@link Window}. */
        SENDING,
        /** It is on its way already, or was sent there before. */
        NOT_AGAIN
    }

    /** What is asked of the window when something turns up after the key was pressed. */
    public interface Window {
        /** There is something to look at first. */
        void look();

        /** A car that is no longer in the form was not sent, since its profile may have it already. */
        void held(Submission attempt, DuplicateMatch earlier);

        /** Whether to send though the journal can't note it: if the connection breaks, nobody will know. */
        boolean sendNotNoted(JournalException.Reason reason);

        /** A car was taken back before it left. */
        default void undone() {}
    }

    /** @param undoable whether a car waits for an undo before it leaves for production */
    public SendWorkflow(ObservableValue<Profile> profile, CarsModel cars, CarFormModel form,
            ProfileClients environments,
            Outbox outbox, Journal journal, TaskRunner background, Clock clock, BooleanSupplier undoable) {
        this.profile = profile;
        this.cars = cars;
        this.form = form;
        this.environments = environments;
        this.journal = journal;
        this.outbox = outbox;
        this.background = background;
        this.clock = clock;
        this.delay = new SendDelay(background);
        this.undoable = undoable;
        // What she saw of one car and one profile does not count for another.
        cars.current().car().subscribe(any -> forget());
        profile.subscribe(any -> forget());
    }

    private void forget() {
        seen.clear();
        seenUnchanged.clear();
        barred.set(false);
    }

    /** Whether she wanted to send the car in the form to a profile that has nothing to sign in with yet. */
    public ReadOnlyBooleanProperty barred() {
        return barred.getReadOnlyProperty();
    }

    /** Takes up changed settings. */
    public void settingsChanged() {
        barred.set(barred.get() && !environments.isSetUp(profile.getValue()));
    }

    /** Who is asked. */
    public void setListener(Window by) {
        window = by;
    }

    /**
     * From now on sends to production without asking again; but if what she was asked about has changed meanwhile, as when
     * a register answers, it is asked about anew.
     *
     * @return whether the car that she was asked about is in the form still, so that it may be sent
     */
    public boolean confirmProduction() {
        Question now = question();
        Optional<Question> asked = question;
        question = Optional.empty();
        productionConfirmed |= asked.stream().allMatch(now::equals);
        return asked.filter(before -> before.car() != now.car() || before.to() != now.to()).isEmpty();
    }

    private Question question() {
        return new Question(cars.current().car().get(), profile.getValue(), form.draft().get());
    }

    /**
     * Checks the car in the form and sends it, if it is right, nothing is left to look at, and it isn't there
     * already.
     */
    public Step send() {
        return send(ListingStatus.DRAFT);
    }

    /** The same for a car that may be there already, when the user says so. */
    public Step sendAgain() {
        // It may wait in a file that can't be written now, and would go from there at the next start.
        return cars.saving().lasts() ? send(ListingStatus.UNKNOWN) : Step.NOT_AGAIN;
    }

    private Step send(ListingStatus from) {
        CarRecord car = cars.current().car().get();
        Profile to = profile.getValue();
        if (cars.current().status().get() != from) {
            return Step.NOT_AGAIN;
        }
        boolean news = form.reveal();
        // Before all else: what is missing here, dealership and option list, may come with it.
        if (!environments.isSetUp(to)) {
            barred.set(true);
            return Step.NOT_SET_UP;
        }
        if (news || !(form.checked() instanceof ValidationResult.Ready(var ready, var warnings))) {
            return Step.LOOK;
        }
        if (to == Profile.PRODUCTION && !productionConfirmed) {
            question = Optional.of(question());
            return Step.ASK;
        }
        Submission attempt = Submission.of(car.id(), to, environments.address(to), form.draft().get(),
                json.text(ready), car.begins(clock.instant()));
        Set<UUID> known = car.submissionsTo(to).filter(Submission::open).map(Submission::id)
                .collect(Collectors.toSet());
        known.addAll(seen);
        // What was seen of an earlier sending was that it differs.
        unchanged(car, attempt).map(Submission::id).filter(same -> !seenUnchanged.contains(same))
                .ifPresent(known::remove);
        CarDraft typed = cars.current().draft();
        Set<CarField> taken = car.acceptedSuggestions().fields();
        cars.current().setPending(car.id(), to, true);
        Runnable leave = () -> background.run(() -> outbox.send(attempt, typed, taken, known),
                asked -> answered(car, attempt, asked),
                bug -> ended(attempt));
        // When nothing can be kept, a question comes first, and it gives the time to think.
        if (to == Profile.PRODUCTION && undoable.getAsBoolean() && cars.saving().lasts()) {
            leaveLater(car, attempt, known, leave);
        } else {
            leave.run();
        }
        return Step.SENDING;
    }

    /** Asks what has to be asked at once, and lets the car leave after the countdown. */
    private void leaveLater(CarRecord car, Submission attempt, Set<UUID> known, Runnable leave) {
        background.run(() -> outbox.earlier(attempt, known), earlier -> {
            if (!earlier.isEmpty()) {
                answered(car, attempt, new Asked.AlreadyThere(earlier));
                return;
            }
            delay.start(car.id(), attempt.profile(), name(attempt), () -> {
                if (cars.isDeleted(car.id())) {
                    ended(attempt);
                } else {
                    leave.run();
                }
            });
        }, bug -> ended(attempt));
    }

    private static String name(Submission attempt) {
        CarDraft sent = attempt.sent();
        return Stream.of(CarName.of(sent::text), sent.text(CarField.LICENSE_PLATE).strip())
                .filter(text -> !text.isEmpty()).collect(Collectors.joining(" "));
    }

    /** Returns the sending that the profile took last of a car, if this one is the same to the letter. */
    private static Optional<Submission> unchanged(CarRecord car, Submission attempt) {
        return car.submissionsTo(attempt.profile()).filter(Submission::accepted).findFirst()
                .filter(last -> last.payload().equals(attempt.payload()));
    }

    private void answered(CarRecord car, Submission attempt, Asked asked) {
        switch (asked) {
            case Asked.Going(var going) -> {
                seen.clear();
                cars.onSubmissionChanged(going);
            }
            case Asked.AlreadyThere(var earlier) -> {
                ended(attempt);
                if (car == cars.current().car().get() && attempt.profile() == profile.getValue()) {
                    earlier.stream().map(DuplicateMatch::attempt).forEach(seen::add);
                    form.showDuplicateWarnings(problems(car, attempt, earlier));
                    window.look();
                } else {
                    window.held(attempt, earlier.getFirst());
                }
            }
            case Asked.NotNoted(var reason) -> {
                // Until she has answered it is as good as on its way: nothing else may send it meanwhile.
                if (window.sendNotNoted(reason)) {
                    cars.onSubmissionChanged(attempt);
                    outbox.sendNotNoted(attempt);
                }
            }
        }
        ended(attempt);
    }

    private void ended(Submission attempt) {
        cars.current().setPending(attempt.car(), attempt.profile(), false);
    }

    /** Says only that nothing differs, if it is so, because that says all that the others would. */
    private List<Problem> problems(CarRecord car, Submission attempt, List<DuplicateMatch> earlier) {
        Optional<UUID> same = unchanged(car, attempt).map(Submission::id);
        same.ifPresent(seenUnchanged::add);
        return earlier.stream().filter(one -> same.filter(one.attempt()::equals).isPresent()).findFirst()
                .map(one -> List
                        .of(Problem.of(one.by().orElse(CarField.SALES_PRICE), ProblemCode.SENT_UNCHANGED,
                                attempt.profile().key())))
                .orElseGet(() -> earlier.stream().map(one -> problem(one, attempt.profile())).toList());
    }

    /** Returns the warning of an earlier sending. Its time is to the minute, because two of one minute would read the same. */
    private static Problem problem(DuplicateMatch earlier, Profile profile) {
        List<Object> args = new ArrayList<>(List.of(profile.key(),
                earlier.begun().truncatedTo(ChronoUnit.MINUTES).toString(), earlier.name()));
        earlier.price().ifPresent(price -> args.addAll(List.of(price.amount(), price.currency())));
        return Problem.of(earlier.by().orElse(CarField.SALES_PRICE), ProblemCode.SENT_BEFORE, args.toArray());
    }

    /** Stops what waits or is on its way of the car in the form, to the chosen profile. */
    public void stop() {
        shownLeaving().ifPresentOrElse(this::undo, () -> underWay().ifPresent(outbox::stop));
    }

    /**
     * Takes back the car in the form before it leaves, or else the car that was sent last and is out of sight by now.
     * Returns whether a car had not left yet.
     */
    public boolean undo() {
        Optional<SendDelay.Leaving> last = shownLeaving().or(this::leavingOutOfSight);
        last.ifPresent(this::undo);
        return last.isPresent();
    }

    /** Takes back a car that has not left yet. */
    public void undo(SendDelay.Leaving car) {
        if (delay.cancel(car.car(), car.to())) {
            cars.current().setPending(car.car(), car.to(), false);
            undone.set(undone.get() + 1);
            window.undone();
        }
    }

    private Optional<SendDelay.Leaving> shownLeaving() {
        return delay.leaving().stream().filter(this::isShown).findFirst();
    }

    private boolean isShown(SendDelay.Leaving car) {
        return car.car().equals(cars.current().car().get().id()) && car.to() == profile.getValue();
    }

    /** Returns the number of cars that were taken back before they left. */
    public ReadOnlyLongProperty undone() {
        return undone.getReadOnlyProperty();
    }

    /** Returns the car that leaves soon though the window shows another car or profile by now. */
    public Optional<SendDelay.Leaving> leavingOutOfSight() {
        return delay.leaving().stream().filter(car -> !isShown(car)).findFirst();
    }

    /** The countdown of all cars that have not left yet. */
    public SendDelay delay() {
        return delay;
    }

    /** Returns the seconds until the car in the form leaves, empty when it is not about to. */
    public OptionalInt secondsLeft() {
        return delay.left(cars.current().car().get().id(), profile.getValue());
    }

    /** Has what waits of the car in the form tried now. */
    public void retryNow() {
        underWay().map(Submission::profile).ifPresent(outbox::retryNow);
    }

    private Optional<Submission> underWay() {
        return cars.current().car().get().last(profile.getValue())
                .filter(attempt -> attempt.state().underWay());
    }

    /** The user has seen that a car whose outcome was unknown is there. */
    public void itIsThere() {
        CarRecord car = cars.current().car().get();
        Profile there = profile.getValue();
        car.decide(there, UserVerdict.IT_IS_THERE, clock.instant());
        cars.saving().note(() -> journal.decide(car.id(), there, UserVerdict.NONE, UserVerdict.IT_IS_THERE));
        cars.current().refreshStatus();
    }
}
