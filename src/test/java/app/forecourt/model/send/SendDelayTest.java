package app.forecourt.model.send;

import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.car.CarField.DEALERSHIP_ID;
import static app.forecourt.car.CarField.INTERNAL_ID;
import static app.forecourt.car.CarField.SALES_PRICE;
import static app.forecourt.car.CarField.VERSION;
import static app.forecourt.model.send.SendWorkflow.Step.ALREADY_SENT;
import static app.forecourt.model.send.SendWorkflow.Step.MARKED;
import static app.forecourt.settings.Profile.PRACTICE;
import static app.forecourt.settings.Profile.PRODUCTION;
import static app.forecourt.settings.Profile.STAGING;
import static app.forecourt.settings.Setting.SEND_UNDO;
import static app.forecourt.stock.SendingStatus.DRAFT;
import static app.forecourt.stock.SendingStatus.SENDING;
import static app.forecourt.stock.SendingStatus.SENT;
import static app.forecourt.stock.SendingStatus.UNKNOWN;
import static app.forecourt.stock.StockMark.DELETED;
import static app.forecourt.stock.StockMark.NONE;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.Problem;
import app.forecourt.concurrent.TaskRunner;
import app.forecourt.model.AppModelFixture;
import app.forecourt.stock.StockMark;
import app.forecourt.stock.StoredCar;
import app.forecourt.stock.Submission;
import app.forecourt.testing.ProofTest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Test of the countdown before a submission to production. */
class SendDelayTest extends AppModelFixture {

    private final ConcurrentLinkedQueue<Runnable> ticks = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void useManualClock() {
        TaskRunner.Scheduler shortened = scheduler;
        scheduler = (pause, action) -> {
            if (pause.equals(SendDelay.TICK)) {
                ticks.add(action);
            } else {
                shortened.schedule(pause, action);
            }
        };
        undo = "on";
        preferences.put(SEND_UNDO, undo);
        startModel();
        selectProfile(PRODUCTION);
        sendWorkflow.confirmProduction();
    }

    private void tick() {
        List<Runnable> due =
                Stream.generate(ticks::poll).takeWhile(tick -> tick != null).toList();
        due.forEach(Runnable::run);
    }

    /** Advances the clock by a second. */
    private void passSecond() {
        tick();
        window.until("the step", window::isIdle);
    }

    private void passSeconds(int count) {
        for (int second = 0; second < count; second++) {
            passSecond();
        }
    }

    private UUID startCountdown() {
        int before = delay().count();
        assertPress(SendWorkflow.Step.SENDING);
        window.until("the countdown", () -> delay().count() > before);
        return carId();
    }

    private UUID startCar() {
        typeAdvert();
        return startCountdown();
    }

    private void typeSecondCar() {
        newCar();
        typeAdvert();
        type(INTERNAL_ID, "SEB-2");
    }

    private void assertSentAfterFiveSeconds() {
        passSeconds(5);
        untilSent();
        assertNewPosts(1);
    }

    private void assertNothingPosted() {
        passSeconds(6);
        assertNewPosts(0);
    }

    private void assertUndo(boolean isUndone) {
        assertEquals(isUndone, sendWorkflow.undo());
    }

    private SendDelay delay() {
        return sendWorkflow.delay();
    }

    private SendDelay.PendingCar outOfSight() {
        return delay().outOfSight().orElseThrow();
    }

    private List<Submission> recordedSubmissions(UUID car) {
        return journal.car(car).map(StoredCar::submissions).orElse(List.of());
    }

    @Test
    void nothingIsSentOrWrittenForFiveSeconds() {
        UUID car = startCar();
        for (int left = 5; left > 0; left--) {
            assertEquals(Optional.of(left), secondsLeft());
            assertStatus(SENDING);
            assertPress(ALREADY_SENT);
            assertNewPosts(0);
            assertEmpty(recordedSubmissions(car));
            passSecond();
        }
        untilSent();
        assertEmpty(secondsLeft());
        passSeconds(2);
        assertNewPosts(1);
    }

    @Test
    void undoneCarIsDraftAndCanBeSent() {
        UUID car = startCar();
        passSeconds(4);
        assertTrue(form().isReadOnly());
        assertUndo(true);
        assertUndo(false);
        assertFalse(form().isReadOnly());
        assertStatus(DRAFT);
        passSeconds(3);
        assertNewPosts(0);
        assertEmpty(recordedSubmissions(car));
        startCountdown();
        passSeconds(4);
        assertNewPosts(0);
        passSecond();
        untilSent();
        assertNewPosts(1);
    }

    @Test
    void countdownThatHasEndedIsNotUndone() {
        startCar();
        passSeconds(4);
        // The answer of the outbox is not delivered before the test waits.
        tick();
        window.runQueued();
        assertUndo(false);
        untilSent();
        assertNewPosts(1);
    }

    @Test
    void carOutOfSightIsNamedAndUndone() {
        UUID car = startCar();
        assertEmpty(delay().outOfSight());
        passSecond();
        selectProfile(STAGING);
        assertEquals(Optional.of(new SendDelay.PendingCar(car, PRODUCTION, "Opel Corsa", 4)), delay().outOfSight());
        newCar();
        assertEquals(4, outOfSight().secondsLeft());
        long steps = delay().steps().get();
        assertUndo(true);
        assertNotEquals(steps, delay().steps().get(), "the window hears of it");
        assertEmpty(delay().outOfSight());
        assertNothingPosted();
        assertEmpty(recordedSubmissions(car));
    }

    @ProofTest
    void shownCarIsUndoneFirst() {
        UUID first = startCar();
        typeSecondCar();
        UUID second = startCountdown();
        newCar();
        assertEquals(second, outOfSight().car(), "the last one");
        openCar(first);
        assertUndo(true);
        assertEquals(second, outOfSight().car(), "the shown one went first");
        assertUndo(true);
        assertUndo(false);
    }

    @ParameterizedTest(name = "by Escape: {0}")
    @ValueSource(booleans = {true, false})
    void stopBeforeCountdownMakesDraft(boolean escape) {
        typeAdvert();
        UUID car = carId();
        sendWorkflow.send();
        if (escape) {
            assertUndo(true);
        } else {
            sendWorkflow.stop();
        }
        untilStatus(DRAFT);
        assertUndo(false);
        assertNothingPosted();
        assertEmpty(recordedSubmissions(car));
        startCountdown();
    }

    @Test
    void deletionBeforeCountdownStartsNone() {
        typeAdvert();
        awaitSaved();
        UUID car = carId();
        sendWorkflow.send();
        mark(car, DELETED);
        untilStatus(DRAFT);
        assertNothingPosted();
        assertEquals(0, delay().steps().get(), "not even for a moment");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void markCancelsCountdown(StockMark mark) {
        UUID car = startCar();
        mark(car, mark);
        assertEquals(0, delay().count());
        assertNothingPosted();
    }

    @Test
    void stopAffectsOnlyShownCar() {
        UUID first = startCar();
        selectProfile(STAGING);
        sendWorkflow.stop();
        assertEquals(first, outOfSight().car());
    }

    @Test
    void namedCarIsUndoneNotShownOne() {
        UUID first = startCar();
        typeSecondCar();
        startCountdown();
        SendDelay.PendingCar named = outOfSight();
        assertEquals(first, named.car());
        sendWorkflow.undo(named);
        sendWorkflow.undo(named);
        assertEquals(1, delay().count());
        assertTrue(secondsLeft().isPresent(), "the shown one still leaves");
    }

    @Test
    void endOfProgramLeavesDraft() {
        UUID car = startCar();
        passSeconds(2);
        restartModel();
        assertEquals(car, carId());
        assertStatus(DRAFT);
        passSeconds(5);
        assertNewPosts(0);
        assertEmpty(submissions());
    }

    @Test
    void switchKeepsCountdownAndTarget() {
        UUID car = startCar();
        selectProfile(STAGING);
        assertStatus(DRAFT);
        assertEquals(PRODUCTION, outOfSight().to());
        newCar();
        type(BRAND, "fiat");
        passSeconds(5);
        window.until(
                "the answer",
                () -> recordedSubmissions(car).stream()
                        .anyMatch(submission -> submission.outcome().isPresent()));
        assertEquals(
                List.of(PRODUCTION),
                recordedSubmissions(car).stream().map(Submission::profile).toList());
        assertEquals("dealer", recordedSubmissions(car).getFirst().draft().text(DEALERSHIP_ID));
        assertNewPosts(1);
        assertText(BRAND, "fiat");
    }

    @Test
    void reopenedCarIsSentOnce() {
        UUID car = startCar();
        awaitSaved();
        newCar();
        type(BRAND, "fiat");
        passSeconds(1);
        openCar(car);
        assertStatus(SENDING);
        assertEquals(Optional.of(4), secondsLeft());
        assertPress(ALREADY_SENT);
        passSeconds(4);
        untilSent();
        assertNewPosts(1);
    }

    @Test
    void twoCarsAreSentOnceEach() {
        startCar();
        passSecond();
        typeSecondCar();
        startCountdown();
        passSeconds(4);
        window.until("the first", () -> delay().count() == 1);
        passSecond();
        window.until("both", () -> stock().all().stream().allMatch(row -> row.status() == SENT));
        assertNewPosts(2);
    }

    @Test
    void duplicateIsAskedBeforeCountdown() {
        startCar();
        passSeconds(5);
        untilSent();
        newCar();
        typeAdvert();
        problemsShown = false;
        sendWorkflow.send();
        window.until("the question", () -> problemsShown);
        assertEquals(0, delay().count());
        assertCodes(Problem.Code.SENT_BEFORE);
        assertNewPosts(1);
        startCountdown();
        assertSentAfterFiveSeconds();
    }

    @Test
    void deletedCarIsBroughtBackBySending() {
        typeAdvert();
        UUID car = carId();
        awaitSaved();
        mark(car, DELETED);
        openCar(car);
        startCountdown();
        assertFalse(cars().isDeleted(car));
        assertSentAfterFiveSeconds();
        cars().undo();
        assertFalse(cars().isDeleted(car), "AutoChat has it");
        assertStatus(SENT);
        assertEquals(car, carId());
    }

    @ParameterizedTest
    @EnumSource(names = {"SOLD", "WITHDRAWN", "ARCHIVED"})
    void markedCarIsSentOnlyAfterMarkIsRemoved(StockMark mark) {
        typeAdvert();
        UUID car = carId();
        awaitSaved();
        mark(car, mark);
        assertPress(MARKED);
        assertEquals(MARKED, sendWorkflow.send(), "a second press is no answer");
        assertEquals(0, delay().count());
        mark(car, NONE);
        startCountdown();
        assertSentAfterFiveSeconds();
    }

    @Test
    void countdownPausesDuringQuestion() {
        startCar();
        delay().setPaused(true);
        passSeconds(9);
        assertEquals(Optional.of(5), secondsLeft());
        delay().setPaused(false);
        assertSentAfterFiveSeconds();
    }

    @Test
    void resendOfUnknownHasCountdown() {
        answerCars(500, "");
        startCar();
        passSeconds(5);
        untilStatus(UNKNOWN);
        newPosts();
        sendWorkflow.sendAgain();
        window.until("the countdown", () -> delay().count() == 1);
        assertUndo(true);
        assertStatus(UNKNOWN);
        passSeconds(5);
        assertNewPosts(0);
    }

    @Test
    void correctionIsShownAsTyped() {
        startCar();
        passSeconds(5);
        untilSent();
        correct();
        type(SALES_PRICE, "11900");
        startCountdown();
        assertText(SALES_PRICE, "11900");
        sendWorkflow.undo();
        assertText(SALES_PRICE, "11900");
    }

    @Test
    void stagingOrDisabledUndoSendsAtOnce() {
        selectProfile(STAGING);
        typeAdvert();
        assertSentOnce();
        preferences.put(SEND_UNDO, "off");
        selectProfile(PRODUCTION);
        assertSentOnce();
    }

    /** The car is sent to staging and leaves the form during its countdown for production. */
    @Test
    void textTypedDuringTwoSendsIsSaved() {
        typeAdvert();
        awaitSaved();
        UUID car = startCountdown();
        selectProfile(STAGING);
        type(DEALERSHIP_ID, "dealer");
        type(VERSION, "EXTRA");
        autochat.gate = new CountDownLatch(1);
        assertPress(SendWorkflow.Step.SENDING);
        window.until("staging", () -> !submissions().isEmpty());
        selectProfile(PRACTICE);
        type(VERSION, "MORE");
        newCar();
        type(BRAND, "fiat");
        awaitSaved();
        autochat.gate.countDown();
        window.until("staging's answer", () -> finishedSubmissions(car) == 1);
        awaitSaved();
        passSeconds(5);
        window.until("production's answer", () -> finishedSubmissions(car) == 2);
        awaitSaved();
        assertEquals("MORE", storedText(car, VERSION));
        assertEquals(
                List.of("", "EXTRA"),
                recordedSubmissions(car).stream()
                        .sorted(Comparator.comparing(Submission::profile).reversed())
                        .map(submission -> submission.draft().text(VERSION))
                        .toList());
    }

    private long finishedSubmissions(UUID car) {
        return recordedSubmissions(car).stream()
                .filter(submission -> submission.outcome().isPresent())
                .count();
    }

    private Optional<Integer> secondsLeft() {
        return delay().shown().map(SendDelay.PendingCar::secondsLeft);
    }
}
