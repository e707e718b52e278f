package app.forecourt.model.send;

import app.forecourt.car.CarField;
import app.forecourt.car.Problem;
import app.forecourt.model.cars.CarsModel;
import app.forecourt.model.form.CarFormModel;
import app.forecourt.model.store.CarInMemory;
import app.forecourt.settings.Profile;
import app.forecourt.stock.DuplicateSubmission;
import app.forecourt.stock.DuplicateSubmission.Reason;
import app.forecourt.stock.Submission;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;

/** The warnings about earlier submissions of the current car, and what the user has confirmed by sending again. */
final class DuplicateWarnings {
    private final ObservableValue<Profile> profile;
    private final CarsModel cars;
    private final CarFormModel form;
    /** Earlier submissions that the user was warned about, so that the next send ignores them. */
    private final Set<UUID> warned = new HashSet<>();
    /** Earlier submissions for which the user was warned that nothing has changed since. */
    private final Set<UUID> warnedUnchanged = new HashSet<>();

    DuplicateWarnings(ObservableValue<Profile> profile, CarsModel cars, CarFormModel form) {
        this.profile = profile;
        this.cars = cars;
        this.form = form;
    }

    /** Forgets all warnings, because another car or profile is chosen. */
    void clear() {
        warned.clear();
        warnedUnchanged.clear();
    }

    /** Forgets the confirmations, because they were for the submission that has just been recorded. */
    void onSent() {
        warned.clear();
    }

    /**
     * Returns the earlier submissions that the user knows of and that do not prevent a submission. A correction follows
     * the accepted submissions of its car, because the user has reopened the car for that. A correction that went to
     * another profile is news to this one, so the user is asked.
     */
    Set<UUID> confirmed(CarInMemory car, Submission submission) {
        boolean isCorrection = car.submissions().isReopenedFor(submission.profile());
        Set<UUID> confirmed = car.submissions()
                .to(submission.profile())
                .filter(earlier -> earlier.needsVerdict() || (isCorrection && earlier.isAccepted()))
                .map(Submission::id)
                .collect(Collectors.toSet());
        confirmed.addAll(warned);
        // A correction that corrects nothing would only list the car twice.
        lastIfUnchanged(car, submission)
                .map(Submission::id)
                .filter(same -> !warnedUnchanged.contains(same))
                .ifPresent(confirmed::remove);
        return confirmed;
    }

    /** Returns whether a car and a profile are chosen. */
    boolean isShown(UUID car, Profile to) {
        return car.equals(cars.current().car().get().id()) && to == profile.getValue();
    }

    /** Shows the warnings about earlier submissions. */
    void show(Submission submission, List<DuplicateSubmission> earlier) {
        form.problems().showDuplicateWarnings(warn(cars.current().car().get(), submission, earlier));
    }

    /**
     * Returns the warnings about earlier submissions, which count as confirmed from now on. If the car is unchanged
     * since its last submission, one warning says so, because it includes those about earlier submissions.
     */
    private List<Problem> warn(CarInMemory car, Submission submission, List<DuplicateSubmission> earlier) {
        earlier.stream().map(DuplicateSubmission::submissionId).forEach(warned::add);
        Optional<UUID> same = lastIfUnchanged(car, submission).map(Submission::id);
        same.ifPresent(warnedUnchanged::add);
        List<DuplicateSubmission> sentBefore =
                earlier.stream().filter(DuplicateSubmission::isSentBefore).toList();
        List<Problem> warnings = sentBefore.stream()
                .filter(match -> same.filter(match.submissionId()::equals).isPresent())
                .findFirst()
                .map(match -> List.of(Problem.of(
                        match.sharedField().orElse(CarField.SALES_PRICE),
                        Problem.Code.SENT_UNCHANGED,
                        submission.profile().key())))
                .orElseGet(() -> sentBefore.stream()
                        .map(match -> warning(match, submission.profile()))
                        .toList());
        return Stream.concat(
                        warnings.stream(),
                        earlier.stream()
                                .filter(match -> !match.isSentBefore())
                                .map(match -> warning(match, submission.profile())))
                .toList();
    }

    /** Returns the warning with the reason to ask. */
    Problem warning(DuplicateSubmission duplicate, Profile to) {
        return switch (duplicate.reason()) {
            case Reason.SentBefore() -> sentBefore(duplicate, to);
            case Reason.HeldByDesk(String desk, boolean isPosting) ->
                Problem.of(
                        CarField.SALES_PRICE,
                        Problem.Code.HELD_BY_DESK,
                        to.key(),
                        minute(duplicate),
                        desk,
                        isPosting ? 1 : 0);
            case Reason.StockUnreachable() ->
                Problem.of(CarField.SALES_PRICE, Problem.Code.STOCK_UNREACHABLE, to.key());
            case Reason.StockRestored() -> Problem.of(CarField.SALES_PRICE, Problem.Code.STOCK_RESTORED, to.key());
        };
    }

    private static String minute(DuplicateSubmission duplicate) {
        return duplicate.requestedAt().truncatedTo(ChronoUnit.MINUTES).toString();
    }

    /**
     * Returns the warning about an earlier submission. Its time is truncated to minutes, because two times within a
     * minute would read the same.
     */
    private Problem sentBefore(DuplicateSubmission duplicate, Profile to) {
        List<Object> args = new ArrayList<>(
                List.of(to.key(), minute(duplicate), cars.names().name(duplicate::text)));
        duplicate.price().ifPresent(price -> args.addAll(List.of(price.amount(), price.currency())));
        return Problem.of(
                duplicate.sharedField().orElse(CarField.SALES_PRICE), Problem.Code.SENT_BEFORE, args.toArray());
    }

    /** Returns the last submission accepted by the profile if its payload equals the new one. */
    private static Optional<Submission> lastIfUnchanged(CarInMemory car, Submission submission) {
        return car.submissions()
                .to(submission.profile())
                .filter(Submission::isAccepted)
                .findFirst()
                .filter(last -> last.payload().equals(submission.payload()));
    }
}
