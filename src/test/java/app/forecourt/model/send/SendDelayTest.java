package app.forecourt.model.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarField;
import app.forecourt.car.Problem;
import app.forecourt.car.ProblemCode;
import app.forecourt.concurrent.TaskRunner;
import app.forecourt.model.AppModelFixture;
import app.forecourt.settings.Profile;
import app.forecourt.settings.Setting;
import app.forecourt.stock.ListingStatus;
import app.forecourt.stock.StockMark;
import app.forecourt.stock.StoredCar;
import app.forecourt.stock.Submission;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Test of the countdown before a submission to production. */
class SendDelayTest extends AppModelFixture {
    private static final Map<String, String> SIGNED_IN = Map.of("FORECOURT_CLIENT_ID", "id",
            "FORECOURT_CLIENT_SECRET", "secret");

    private final ConcurrentLinkedQueue<Runnable> ticks = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void useManualClock() {
        scheduler = (pause, action) -> {
            if (pause.equals(SendDelay.TICK)) {
                ticks.add(action);
            } else {
                TaskRunner.Scheduler.REAL_TIME.schedule(pause, action);
            }
        };
        undo = "on";
        preferences.put(Setting.SEND_UNDO, undo);
        begin();
        choose(Profile.PRODUCTION);
        dispatch.confirmProduction();
    }

    /** Advances the clock by a second. */
    private void passSecond() {
        List<Runnable> due = Stream.generate(ticks::poll).takeWhile(tick -> tick != null).toList();
        due.forEach(Runnable::run);
        window.until("the step", window::isIdle);
    }

    private void passSeconds(int count) {
        for (int second = 0; second < count; second++) {
            passSecond();
        }
    }

    private UUID startCountdown() {
        int before = dispatch.delay().count();
        assertEquals(SendWorkflow.Step.SENDING, dispatch.send());
        window.until("the countdown", () -> dispatch.delay().count() > before);
        return desk.cars().current().car().get().id();
    }

    private List<Submission> recordedSubmissions(UUID car) {
        return journal.car(car).map(StoredCar::attempts).orElse(List.of());
    }

    @Test
    void nothingIsSentOrWrittenForFiveSeconds() {
        typeACar();
        UUID car = startCountdown();
        for (int left = 5; left > 0; left--) {
            assertEquals(OptionalInt.of(left), dispatch.secondsLeft());
            assertEquals(ListingStatus.SENDING, standing());
            assertEquals(SendWorkflow.Step.NOT_AGAIN, dispatch.send());
            assertEquals(0, posts());
            assertEquals(List.of(), recordedSubmissions(car));
            passSecond();
        }
        window.until("the answer", () -> standing() == ListingStatus.SENT);
        assertEquals(OptionalInt.empty(), dispatch.secondsLeft());
        passSeconds(2);
        assertEquals(1, posts());
    }

    @Test
    void undoneCarIsDraftAndCanBeSent() {
        typeACar();
        UUID car = startCountdown();
        passSeconds(4);
        assertTrue(dispatch.undo());
        assertFalse(dispatch.undo());
        assertEquals(ListingStatus.DRAFT, standing());
        passSeconds(3);
        assertEquals(0, posts());
        assertEquals(List.of(), recordedSubmissions(car));
        startCountdown();
        passSeconds(4);
        assertEquals(0, posts());
        passSecond();
        window.until("the answer", () -> standing() == ListingStatus.SENT);
        assertEquals(1, posts());
    }

    @Test
    void carOutOfSightIsNamedAndUndone() {
        typeACar();
        UUID car = startCountdown();
        assertEquals(Optional.empty(), dispatch.leavingOutOfSight());
        passSecond();
        choose(Profile.STAGING);
        assertEquals(Optional.of(new SendDelay.Leaving(car, Profile.PRODUCTION, "opel corsa", 4)),
                dispatch.leavingOutOfSight());
        desk.cars().newCar();
        assertEquals(4, dispatch.leavingOutOfSight().orElseThrow().left());
        assertTrue(dispatch.undo());
        assertEquals(Optional.empty(), dispatch.leavingOutOfSight());
        assertEquals(1, dispatch.undone().get());
        passSeconds(6);
        assertEquals(0, posts());
        assertEquals(List.of(), recordedSubmissions(car));
    }

    @Test
    void shownCarIsUndoneFirst() {
        typeACar();
        UUID first = startCountdown();
        desk.cars().newCar();
        typeACar();
        type(CarField.INTERNAL_ID, "SEB-2");
        UUID second = startCountdown();
        desk.cars().newCar();
        assertEquals(second, dispatch.leavingOutOfSight().orElseThrow().car(), "the last one");
        openCar(first);
        assertTrue(dispatch.undo());
        assertEquals(second, dispatch.leavingOutOfSight().orElseThrow().car(), "the shown one went first");
        assertTrue(dispatch.undo());
        assertFalse(dispatch.undo());
    }

    @Test
    void stopAffectsOnlyShownCar() {
        typeACar();
        UUID first = startCountdown();
        choose(Profile.STAGING);
        dispatch.stop();
        assertEquals(first, dispatch.leavingOutOfSight().orElseThrow().car());
        assertEquals(0, dispatch.undone().get());
    }

    @Test
    void namedCarIsUndoneNotShownOne() {
        typeACar();
        UUID first = startCountdown();
        desk.cars().newCar();
        typeACar();
        type(CarField.INTERNAL_ID, "SEB-2");
        startCountdown();
        SendDelay.Leaving named = dispatch.leavingOutOfSight().orElseThrow();
        assertEquals(first, named.car());
        dispatch.undo(named);
        dispatch.undo(named);
        assertEquals(1, dispatch.undone().get());
        assertTrue(dispatch.secondsLeft().isPresent(), "the shown one still leaves");
    }

    @Test
    void endOfProgramLeavesDraft() {
        typeACar();
        UUID car = startCountdown();
        passSeconds(2);
        open(SIGNED_IN);
        begin();
        assertEquals(car, desk.cars().current().car().get().id());
        assertEquals(ListingStatus.DRAFT, standing());
        passSeconds(5);
        assertEquals(0, posts());
        assertEquals(List.of(), attempts());
    }

    @Test
    void switchKeepsCountdownAndTarget() {
        typeACar();
        UUID car = startCountdown();
        choose(Profile.STAGING);
        assertEquals(ListingStatus.DRAFT, standing());
        assertEquals(Profile.PRODUCTION, dispatch.leavingOutOfSight().orElseThrow().to());
        desk.cars().newCar();
        type(CarField.BRAND, "fiat");
        passSeconds(5);
        window.until("the answer",
                () -> recordedSubmissions(car).stream().anyMatch(one -> one.outcome().isPresent()));
        assertEquals(List.of(Profile.PRODUCTION),
                recordedSubmissions(car).stream().map(Submission::profile).toList());
        assertEquals("dealer", recordedSubmissions(car).getFirst().sent().text(CarField.DEALERSHIP_ID));
        assertEquals(1, posts());
        assertEquals("fiat", text(CarField.BRAND));
    }

    @Test
    void carIsReadOnlyDuringCountdown() {
        typeACar();
        startCountdown();
        assertTrue(desk.form().isReadOnly());
        dispatch.undo();
        assertFalse(desk.form().isReadOnly());
    }

    @Test
    void reopenedCarIsSentOnce() {
        typeACar();
        UUID car = startCountdown();
        saved();
        desk.cars().newCar();
        type(CarField.BRAND, "fiat");
        passSeconds(1);
        openCar(car);
        assertEquals(ListingStatus.SENDING, standing());
        assertEquals(OptionalInt.of(4), dispatch.secondsLeft());
        assertEquals(SendWorkflow.Step.NOT_AGAIN, dispatch.send());
        passSeconds(4);
        window.until("the answer", () -> standing() == ListingStatus.SENT);
        assertEquals(1, posts());
    }

    @Test
    void twoCarsAreSentOnceEach() {
        typeACar();
        startCountdown();
        passSecond();
        desk.cars().newCar();
        typeACar();
        type(CarField.INTERNAL_ID, "SEB-2");
        startCountdown();
        passSeconds(4);
        window.until("the first", () -> desk.sending().delay().count() == 1);
        passSecond();
        window.until("the second", () -> standing() == ListingStatus.SENT);
        assertEquals(2, posts());
    }

    @Test
    void duplicateIsAskedBeforeCountdown() {
        typeACar();
        startCountdown();
        passSeconds(5);
        window.until("the answer", () -> standing() == ListingStatus.SENT);
        desk.cars().newCar();
        typeACar();
        looking = false;
        dispatch.send();
        window.until("the question", () -> looking);
        assertEquals(0, dispatch.delay().count());
        assertEquals(List.of(ProblemCode.SENT_BEFORE),
                desk.form().shown().stream().map(Problem::rule).toList());
        assertEquals(1, posts());
        startCountdown();
        passSeconds(5);
        window.until("the answer", () -> standing() == ListingStatus.SENT);
        assertEquals(1, posts());
    }

    @Test
    void deletedDraftIsNotSent() {
        typeACar();
        UUID car = startCountdown();
        desk.cars().mark(car, StockMark.DELETED);
        passSeconds(6);
        assertEquals(0, posts());
        assertEquals(0, dispatch.delay().count());
    }

    @Test
    void countdownPausesDuringQuestion() {
        typeACar();
        startCountdown();
        dispatch.delay().hold(true);
        passSeconds(9);
        assertEquals(OptionalInt.of(5), dispatch.secondsLeft());
        dispatch.delay().hold(false);
        passSeconds(5);
        window.until("the answer", () -> standing() == ListingStatus.SENT);
        assertEquals(1, posts());
    }

    @Test
    void resendOfUnknownHasCountdown() {
        answers.put("/api/cars", answer(500, ""));
        typeACar();
        startCountdown();
        passSeconds(5);
        window.until("the answer", () -> standing() == ListingStatus.UNKNOWN);
        posts();
        dispatch.sendAgain();
        window.until("the countdown", () -> dispatch.delay().count() == 1);
        assertTrue(dispatch.undo());
        assertEquals(ListingStatus.UNKNOWN, standing());
        passSeconds(5);
        assertEquals(0, posts());
    }

    @Test
    void correctionIsShownAsTyped() {
        typeACar();
        startCountdown();
        passSeconds(5);
        window.until("the answer", () -> standing() == ListingStatus.SENT);
        desk.correction().begin();
        type(CarField.SALES_PRICE, "11900");
        dispatch.send();
        window.until("the question", () -> looking);
        startCountdown();
        assertEquals("11900", text(CarField.SALES_PRICE));
        dispatch.undo();
        assertEquals("11900", text(CarField.SALES_PRICE));
    }

    @Test
    void stagingOrDisabledUndoSendsAtOnce() {
        choose(Profile.STAGING);
        typeACar();
        send();
        assertEquals(ListingStatus.SENT, standing());
        assertEquals(1, posts());
        preferences.put(Setting.SEND_UNDO, "off");
        choose(Profile.PRODUCTION);
        send();
        assertEquals(ListingStatus.SENT, standing());
        assertEquals(1, posts());
    }

    /** The car is sent to staging and leaves the form during its countdown for production. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void textTypedDuringTwoSendsIsSaved(boolean slow) {
        typeACar();
        saved();
        UUID car = startCountdown();
        choose(Profile.STAGING);
        type(CarField.DEALERSHIP_ID, "dealer");
        type(CarField.VERSION, "EXTRA");
        gate = new CountDownLatch(slow ? 1 : 0);
        assertEquals(SendWorkflow.Step.SENDING, dispatch.send());
        window.until("staging", () -> !attempts().isEmpty() && (slow || finishedSubmissions(car) == 1));
        choose(Profile.PRACTICE);
        type(CarField.VERSION, "MORE");
        desk.cars().newCar();
        type(CarField.BRAND, "fiat");
        saved();
        gate.countDown();
        window.until("staging's answer", () -> finishedSubmissions(car) == 1);
        saved();
        passSeconds(5);
        window.until("production's answer", () -> finishedSubmissions(car) == 2);
        saved();
        assertEquals("MORE", journal.car(car).orElseThrow().draft().text(CarField.VERSION));
        assertEquals(List.of("", "EXTRA"), recordedSubmissions(car).stream()
                .sorted(Comparator.comparing(Submission::profile).reversed())
                .map(attempt -> attempt.sent().text(CarField.VERSION)).toList());
    }

    private long finishedSubmissions(UUID car) {
        return recordedSubmissions(car).stream().filter(attempt -> attempt.outcome().isPresent()).count();
    }
}
