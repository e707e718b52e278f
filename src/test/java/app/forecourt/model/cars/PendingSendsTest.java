package app.forecourt.model.cars;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.model.stock.Autosave;
import app.forecourt.settings.Profile;
import app.forecourt.stock.Submission;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Test of the draft of a car that leaves the form while it is pending. */
class PendingSendsTest {
    private static final Autosave.TypedCar TYPED = new Autosave.TypedCar(
            CarDraft.of(Map.of(CarField.VERSION, "MORE"), List.of()), Set.of());

    private final UUID car = UUID.randomUUID();
    private final PendingSends asked = new PendingSends();

    private Optional<Autosave.TypedCar> reportSubmission(Profile profile) {
        return asked.onSubmissionChanged(
                Submission.of(car, profile, "https://staging.autochat.ai", CarDraft.EMPTY, "{}",
                        Instant.EPOCH));
    }

    @BeforeEach
    void leaveCarPendingTwice() {
        asked.begin(car, Profile.STAGING);
        asked.begin(car, Profile.PRODUCTION);
        asked.storeLeftDraft(car, TYPED);
    }

    @Test
    void draftStaysUntilLastSubmission() {
        assertEquals(Optional.of(TYPED), reportSubmission(Profile.STAGING));
        assertEquals(Optional.of(TYPED), reportSubmission(Profile.PRODUCTION));
        assertEquals(Optional.empty(), reportSubmission(Profile.PRODUCTION));
    }

    @Test
    void draftStaysWhenOtherSendEnds() {
        asked.end(car, Profile.STAGING);
        assertEquals(Optional.of(TYPED), reportSubmission(Profile.PRODUCTION));
    }

    @Test
    void draftIsDroppedWhenAllSendsEnd() {
        asked.end(car, Profile.STAGING);
        asked.end(car, Profile.PRODUCTION);
        assertEquals(Optional.empty(), reportSubmission(Profile.PRODUCTION));
    }
}
