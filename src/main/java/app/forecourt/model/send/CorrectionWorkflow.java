package app.forecourt.model.send;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.model.cars.CarsModel;
import app.forecourt.model.photos.PhotoUploadsModel;
import app.forecourt.settings.Profile;
import app.forecourt.stock.SendingStatus;
import app.forecourt.stock.Submission;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/** Workflow that reopens a sent car for correction, or cancels that correction. */
public final class CorrectionWorkflow {
    private final CarsModel cars;
    private final ObservableValue<Profile> profile;
    private final PhotoUploadsModel photos;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<List<CarField>> unsentFields = new ReadOnlyObjectWrapper<>(List.of());

    public CorrectionWorkflow(CarsModel cars, ObservableValue<Profile> profile, PhotoUploadsModel photos, Clock clock) {
        this.cars = cars;
        this.profile = profile;
        this.photos = photos;
        this.clock = clock;
        cars.current().status().subscribe(_ -> refreshUnsentFields());
        cars.current().shownSubmission().subscribe(_ -> refreshUnsentFields());
        // A text of another desk may come after the car was sent.
        cars.stock().addListener(this::refreshUnsentFields);
        cars.remoteChanges().whenTextsTaken(this::refreshUnsentFields);
    }

    /**
     * Reopens the car, with the version that was sent to the chosen profile. A draft that differs from all submissions
     * stays instead, because it would be lost otherwise.
     */
    public void start() {
        if (submissions().isEmpty()) {
            // A car without submissions needs no correction.
            return;
        }
        CarDraft typed = cars.current().draft();
        if (submissions().stream().anyMatch(submission -> cars.isSame(draft(submission), typed))) {
            revertToSent();
        }
        // The journal stores milliseconds.
        cars.current().reopen(Optional.of(clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    }

    /** Returns whether the car is a draft that the chosen profile has in an earlier version. */
    public boolean isCorrecting() {
        return cars.current().status().get() == SendingStatus.DRAFT
                && sentLast().isPresent();
    }

    /**
     * Returns the fields in which the draft differs from the last version accepted by the chosen profile. On
     * production, a version accepted by staging serves if there is none.
     */
    public List<CarField> changedFields() {
        CarDraft typed = cars.current().draft();
        return sentLast()
                .map(this::draft)
                .or(() -> rehearsed(typed))
                .map(sent -> differences(sent, typed).toList())
                .orElse(List.of());
    }

    /**
     * Returns the fields of a sent car that were changed, but not sent to any profile. The user has typed while another
     * desk sent the car, or for another profile since. The form shows the sent version.
     */
    public ReadOnlyObjectProperty<List<CarField>> unsentFields() {
        return unsentFields.getReadOnlyProperty();
    }

    private void refreshUnsentFields() {
        CarDraft typed = cars.current().draft();
        unsentFields.set(sentLast()
                .filter(_ -> cars.current().status().get() == SendingStatus.SENT)
                .filter(_ -> submissions().stream()
                        .filter(Submission::isAccepted)
                        .noneMatch(submission -> unsent(submission, typed).isEmpty()))
                .map(sent -> unsent(sent, typed))
                .orElse(List.of()));
    }

    private List<CarField> unsent(Submission submission, CarDraft typed) {
        CarDraft sent = withDealership(draft(submission), typed);
        return differences(sent, typed)
                // The addresses of photos change without the user when they become public.
                .filter(field -> field != CarField.IMAGES)
                // An id that only another desk knows may be the same dealership on another profile.
                .filter(field -> field != CarField.DEALERSHIP_ID || cars.hasKnownDealership(typed))
                // Desks that merge their options may order them differently.
                .filter(field ->
                        field != CarField.OPTIONS || !Set.copyOf(sent.options()).equals(Set.copyOf(typed.options())))
                .toList();
    }

    private static Stream<CarField> differences(CarDraft sent, CarDraft typed) {
        return Stream.of(CarField.values()).filter(field -> !sent.isSame(field, typed));
    }

    /** Returns the version that staging accepted. */
    private Optional<CarDraft> rehearsed(CarDraft typed) {
        return cars.current()
                .car()
                .get()
                .submissions()
                .acceptedByStaging()
                .filter(_ -> profile.getValue() == Profile.PRODUCTION)
                .map(this::draft)
                .map(sent -> withDealership(sent, typed));
    }

    /** Returns the sent version with the dealership's id of the draft, if both ids belong to one dealership. */
    private CarDraft withDealership(CarDraft sent, CarDraft typed) {
        CarDraft adapted = sent.with(CarField.DEALERSHIP_ID, typed.text(CarField.DEALERSHIP_ID));
        return cars.isSame(sent, adapted) ? adapted : sent;
    }

    private Optional<Submission> sentLast() {
        return submissions().reversed().stream()
                .filter(submission -> submission.isAccepted() && submission.profile() == profile.getValue())
                .findFirst();
    }

    /** Returns the draft of a submission, with the lines of photos that are not public. */
    private CarDraft draft(Submission submission) {
        return photos.addresses().unresolve(submission.draft());
    }

    private List<Submission> submissions() {
        return cars.current().car().get().submissions().all();
    }

    /** Cancels the correction and restores the version last accepted by the chosen profile. */
    public void cancel() {
        revertToSent();
        cars.current().reopen(Optional.empty());
    }

    private void revertToSent() {
        sentLast().map(this::draft).ifPresent(cars.current()::revertTo);
    }
}
