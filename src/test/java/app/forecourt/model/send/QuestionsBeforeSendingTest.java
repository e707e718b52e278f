package app.forecourt.model.send;

import static app.forecourt.car.CarField.BODY_COLOR;
import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.car.CarField.DESCRIPTION;
import static app.forecourt.car.CarField.IMAGES;
import static app.forecourt.car.CarField.INTERNAL_ID;
import static app.forecourt.car.CarField.LICENSE_PLATE;
import static app.forecourt.car.CarField.MODEL;
import static app.forecourt.car.CarField.SALES_PRICE;
import static app.forecourt.car.CarField.TRADE_PRICE;
import static app.forecourt.model.send.SendWorkflow.Step.CONFIRMATION_NEEDED;
import static app.forecourt.model.send.SendWorkflow.Step.PROBLEMS_SHOWN;
import static app.forecourt.model.send.SendWorkflow.Step.SENDING;
import static app.forecourt.settings.Profile.PRODUCTION;
import static app.forecourt.settings.Profile.STAGING;
import static app.forecourt.stock.SendingStatus.DRAFT;
import static app.forecourt.stock.SendingStatus.SENT;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.autochat.SendOutcome;
import app.forecourt.car.Problem;
import app.forecourt.car.Problem.Code;
import app.forecourt.model.AppModelFixture;
import app.forecourt.settings.Profile;
import app.forecourt.testing.LongWait;
import app.forecourt.testing.ProofTest;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Test of the warnings before a submission, and of the presses that they take. */
class QuestionsBeforeSendingTest extends AppModelFixture {
    private static final List<Code> MISSING =
            List.of(Code.NO_FIRST_REGISTRATION, Code.NO_MILEAGE, Code.NO_DESCRIPTION, Code.NO_PHOTO);

    private void startOn(Profile profile) {
        startModel();
        selectProfile(profile);
    }

    /** Sends the car in the form to production, with the consent that the user gives once. */
    private void sendToProduction() {
        sendWorkflow.confirmProduction();
        for (int press = 0; press < 3 && status() == DRAFT; press++) {
            send();
        }
        assertStatus(SENT);
        newPosts();
    }

    /** Returns the presses until the car is sent. After each one the user reads all that comes of it. */
    private int pressesUntilSent() {
        int presses = 0;
        while (status() == DRAFT && presses < 5) {
            presses++;
            if (send() == PROBLEMS_SHOWN && !submissions().isEmpty()) {
                window.until(
                        "the earlier submission",
                        () -> visibleCodes().contains(Code.SENT_BEFORE)
                                || visibleCodes().contains(Code.SENT_UNCHANGED)
                                || !lastSubmission().isAccepted());
            }
        }
        assertStatus(SENT);
        return presses;
    }

    @Test
    void productionAsksForMissingContentOnce() {
        startOn(PRODUCTION);
        typeCar();
        assertEmpty(visibleCodes(), "nothing before the send");
        assertSend(CONFIRMATION_NEEDED);
        assertEquals(MISSING, visibleCodes());
        assertEquals(
                MISSING,
                sendWorkflow.missingContent().stream().map(Problem::code).toList(),
                "one question about both");
        assertSend(CONFIRMATION_NEEDED);
        assertEquals(MISSING, visibleCodes(), "they stay in sight");
        assertNewPosts(0);
        sendWorkflow.confirmProduction();
        assertSend(SENDING);
        newCar();
        typeCar();
        type(INTERNAL_ID, "SEB-2");
        assertEquals(PROBLEMS_SHOWN, send(), "the consent asks no more");
        assertEquals(MISSING, visibleCodes());
    }

    @Test
    void contentAndValuesAreOneQuestion() {
        startOn(PRODUCTION);
        typeCar();
        type(INTERNAL_ID, "");
        type(BRAND, "");
        assertSend(PROBLEMS_SHOWN);
        assertTrue(
                visibleCodes().containsAll(MISSING)
                        && visibleCodes().contains(Code.NO_IDENTITY)
                        && visibleCodes().contains(Code.REQUIRED),
                visibleCodes()::toString);
        type(BRAND, "opel");
        assertSend(CONFIRMATION_NEEDED);
    }

    @Test
    void filledContentIsNotAskedFor() {
        startOn(PRODUCTION);
        typeAdvert();
        type(IMAGES, "\n");
        send();
        assertCodes(Code.NO_PHOTO);
        type(IMAGES, "https://photos.invalid/1.jpg");
        assertEmpty(visibleCodes());
    }

    @Test
    void reopenedCarIsNotAskedAgain() {
        startOn(PRODUCTION);
        typeCar();
        assertSend(CONFIRMATION_NEEDED);
        awaitSaved();
        UUID car = beginNext();
        typeCar();
        type(INTERNAL_ID, "SEB-2");
        send();
        assertEquals(MISSING, visibleCodes(), "another car is asked about");
        openCar(car);
        assertEmpty(visibleCodes());
        assertSend(CONFIRMATION_NEEDED);
        assertEquals(
                MISSING,
                sendWorkflow.missingContent().stream().map(Problem::code).toList());
    }

    @ProofTest
    void contentOfProductionLeavesWithProfile() {
        startOn(PRODUCTION);
        typeCar();
        send();
        selectProfile(STAGING);
        assertEmpty(visibleCodes());
    }

    @Test
    void correctionAsksForNewlyMissingContent() {
        startOn(PRODUCTION);
        typeAdvert();
        type(IMAGES, "");
        sendToProduction();
        restartModel();
        correct();
        type(SALES_PRICE, "11900");
        type(DESCRIPTION, "");
        assertSend(CONFIRMATION_NEEDED);
        assertEquals(List.of(Code.NO_DESCRIPTION), visibleCodes(), "without a photo it was sent before");
    }

    @Test
    void correctionTakesOnePress() {
        startOn(STAGING);
        typeCar();
        assertEquals(1, pressesUntilSent());
        for (String price : List.of("11900", "11800")) {
            correct();
            type(SALES_PRICE, price);
            newPosts();
            assertEquals(1, pressesUntilSent());
            assertNewPosts(1);
        }
    }

    @Test
    void correctionOfOneProfileIsNewsToAnother() {
        startOn(STAGING);
        typeAdvert();
        pressesUntilSent();
        selectProfile(PRODUCTION);
        sendToProduction();
        selectProfile(STAGING);
        correct();
        type(SALES_PRICE, "11900");
        assertEquals(1, pressesUntilSent());
        selectProfile(PRODUCTION);
        newPosts();
        send();
        assertShows(Code.SENT_BEFORE);
        assertNewPosts(0);
    }

    @Test
    void discardedAmountStaysAway() {
        startOn(STAGING);
        typeCar();
        pressesUntilSent();
        correct();
        form().amounts().all().forEach(form().amounts()::accept);
        assertNotEquals("", text(TRADE_PRICE));
        correction().cancel();
        assertText(TRADE_PRICE, "");
        correct();
        type(SALES_PRICE, "11900");
        assertEquals("", text(TRADE_PRICE), "nobody accepted it in this correction");
        awaitSaved();
        restartModel();
        type(SALES_PRICE, "11800");
        assertText(TRADE_PRICE, "");
    }

    @Test
    void correctionAsksAboutOtherCarOnly() {
        startOn(STAGING);
        typeCar();
        pressesUntilSent();
        newCar();
        typeCar();
        type(SALES_PRICE, "11900");
        assertEquals(2, pressesUntilSent());
        correct();
        type(SALES_PRICE, "11800");
        newPosts();
        send();
        assertEquals(
                List.of(new BigDecimal("12500")),
                visibleProblems().stream().map(problem -> problem.args().get(3)).toList());
        assertNewPosts(0);
        assertEquals(1, pressesUntilSent());
    }

    @Test
    void warningAndEarlierSubmissionAreOneQuestion() {
        startOn(STAGING);
        typeCar();
        pressesUntilSent();
        newCar();
        typeCar();
        type(BODY_COLOR, "rrrood");
        assertSend(PROBLEMS_SHOWN);
        window.until("the earlier submission", () -> visibleCodes().contains(Code.SENT_BEFORE));
        assertShows(Code.UNKNOWN_WORD);
        assertSend(SENDING);
    }

    @Test
    void correctionAsksAboutNewWarningsOnly() {
        startOn(STAGING);
        typeCar();
        type(LICENSE_PLATE, "7XK");
        assertEquals(2, pressesUntilSent());
        correct();
        type(SALES_PRICE, "11900");
        assertEquals(1, pressesUntilSent());
        correct();
        type(BODY_COLOR, "rrrood");
        assertSend(PROBLEMS_SHOWN);
        assertShows(Code.UNKNOWN_WORD);
    }

    /** Counts from AutoChat's no in the next run of the program, in which no warning was seen yet. */
    @Test
    void refusedCarTakesTwoPresses() {
        answerCars(422, """
                {"violations": [{"propertyPath": "model", "message": "no such model"}]}""");
        startOn(PRODUCTION);
        typeCar();
        type(INTERNAL_ID, "");
        send();
        sendWorkflow.confirmProduction();
        send();
        assertEquals(SendOutcome.Rejected.class, outcome().getClass());
        awaitSaved();
        restartModel();
        sendWorkflow.confirmProduction();
        answerCars(201, "{}");
        type(MODEL, "astra");
        assertEquals(2, pressesUntilSent());
    }

    @Test
    void editedCarGetsNoOlderWarning() {
        startOn(STAGING);
        typeCar();
        type(INTERNAL_ID, "");
        pressesUntilSent();
        correct();
        type(BODY_COLOR, "rrrood");
        awaitSaved();
        window.runQueued();
        assertPress(PROBLEMS_SHOWN);
        // The user types while the journal is still being read.
        type(SALES_PRICE, "11800");
        LongWait.until("the answer of the journal", () -> !window.isIdle());
        window.runQueued();
        assertCodes(Code.NO_IDENTITY, Code.UNKNOWN_WORD);
        assertNewPosts(1);
    }
}
