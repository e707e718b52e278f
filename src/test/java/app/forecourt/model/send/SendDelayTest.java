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

/** The seconds in which a car has not left for production yet. */
class SendDelayTest extends AppModelFixture {
    private static final Map<String, String> SIGNED_IN = Map.of("FORECOURT_CLIENT_ID", "id",
            "FORECOURT_CLIENT_SECRET", "secret");

    private final ConcurrentLinkedQueue<Runnable> ticks = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void timeOfItsOwn() {
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

    /** A second passes. */
    private void second() {
        List<Runnable> due = Stream.generate(ticks::poll).takeWhile(tick -> tick != null).toList();
        due.forEach(Runnable::run);
        window.until("the step", window::isIdle);
    }

    private void seconds(int count) {
        for (int second = 0; second < count; second++) {
            second();
        }
    }

    private UUID press() {
        int before = dispatch.delay().count();
        assertEquals(SendWorkflow.Step.SENDING, dispatch.send());
        window.until("the countdown", () -> dispatch.delay().count() > before);
        return desk.cars().current().car().get().id();
    }

    private List<Submission> noted(UUID car) {
        return journal.car(car).map(StoredCar::attempts).orElse(List.of());
    }

    @Test
    void nothingLeavesOrIsNotedForFiveSeconds() {
        typeACar();
        UUID car = press();
        for (int left = 5; left > 0; left--) {
            assertEquals(OptionalInt.of(left), dispatch.secondsLeft());
            assertEquals(ListingStatus.SENDING, standing());
            assertEquals(SendWorkflow.Step.NOT_AGAIN, dispatch.send());
            assertEquals(0, posts());
            assertEquals(List.of(), noted(car));
            second();
        }
        window.until("the answer", () -> standing() == ListingStatus.SENT);
        assertEquals(OptionalInt.empty(), dispatch.secondsLeft());
        seconds(2);
        assertEquals(1, posts());
    }

    @Test
    void undoneCarIsADraftAndIsSentByTheNextPress() {
        typeACar();
        UUID car = press();
        seconds(4);
        assertTrue(dispatch.undo());
        assertFalse(dispatch.undo());
        assertEquals(ListingStatus.DRAFT, standing());
        seconds(3);
        assertEquals(0, posts());
        assertEquals(List.of(), noted(car));
        press();
        seconds(4);
        assertEquals(0, posts());
        second();
        window.until("the answer", () -> standing() == ListingStatus.SENT);
        assertEquals(1, posts());
    }

    @Test
    void carOutOfSightIsNamedAndTakenBack() {
        typeACar();
        UUID car = press();
        assertEquals(Optional.empty(), dispatch.leavingOutOfSight());
        second();
        choose(Profile.STAGING);
        assertEquals(Optional.of(new SendDelay.Leaving(car, Profile.PRODUCTION, "opel corsa", 4)),
                dispatch.leavingOutOfSight());
        desk.cars().newCar();
        assertEquals(4, dispatch.leavingOutOfSight().orElseThrow().left());
        assertTrue(dispatch.undo());
        assertEquals(Optional.empty(), dispatch.leavingOutOfSight());
        assertEquals(1, dispatch.undone().get());
        seconds(6);
        assertEquals(0, posts());
        assertEquals(List.of(), noted(car));
    }

    @Test
    void shownCarIsTakenBackBeforeOneOutOfSight() {
        typeACar();
        UUID first = press();
        desk.cars().newCar();
        typeACar();
        type(CarField.INTERNAL_ID, "SEB-2");
        UUID second = press();
        desk.cars().newCar();
        assertEquals(second, dispatch.leavingOutOfSight().orElseThrow().car(), "the last one");
        openCar(first);
        assertTrue(dispatch.undo());
        assertEquals(second, dispatch.leavingOutOfSight().orElseThrow().car(), "the shown one went first");
        assertTrue(dispatch.undo());
        assertFalse(dispatch.undo());
    }

    @Test
    void stopOfTheShownCarTakesBackNoOther() {
        typeACar();
        UUID first = press();
        choose(Profile.STAGING);
        dispatch.stop();
        assertEquals(first, dispatch.leavingOutOfSight().orElseThrow().car());
        assertEquals(0, dispatch.undone().get());
    }

    @Test
    void namedCarIsTakenBackAndNotTheShownOne() {
        typeACar();
        UUID first = press();
        desk.cars().newCar();
        typeACar();
        type(CarField.INTERNAL_ID, "SEB-2");
        press();
        SendDelay.Leaving named = dispatch.leavingOutOfSight().orElseThrow();
        assertEquals(first, named.car());
        dispatch.undo(named);
        dispatch.undo(named);
        assertEquals(1, dispatch.undone().get());
        assertTrue(dispatch.secondsLeft().isPresent(), "the shown one still leaves");
    }

    @Test
    void endOfTheProgramLeavesADraft() {
        typeACar();
        UUID car = press();
        seconds(2);
        open(SIGNED_IN);
        begin();
        assertEquals(car, desk.cars().current().car().get().id());
        assertEquals(ListingStatus.DRAFT, standing());
        seconds(5);
        assertEquals(0, posts());
        assertEquals(List.of(), attempts());
    }

    @Test
    void anotherCarAndProfileNeitherCancelNorRetarget() {
        typeACar();
        UUID car = press();
        choose(Profile.STAGING);
        assertEquals(ListingStatus.DRAFT, standing());
        assertEquals(Profile.PRODUCTION, dispatch.leavingOutOfSight().orElseThrow().to());
        desk.cars().newCar();
        type(CarField.BRAND, "fiat");
        seconds(5);
        window.until("the answer", () -> noted(car).stream().anyMatch(one -> one.outcome().isPresent()));
        assertEquals(List.of(Profile.PRODUCTION), noted(car).stream().map(Submission::profile).toList());
        assertEquals("dealer", noted(car).getFirst().sent().text(CarField.DEALERSHIP_ID));
        assertEquals(1, posts());
        assertEquals("fiat", text(CarField.BRAND));
    }

    @Test
    void carIsHeldWhileItIsToLeave() {
        typeACar();
        press();
        assertTrue(desk.form().isReadOnly());
        dispatch.undo();
        assertFalse(desk.form().isReadOnly());
    }

    @Test
    void carThatIsReopenedIsStillToLeaveOnce() {
        typeACar();
        UUID car = press();
        saved();
        desk.cars().newCar();
        type(CarField.BRAND, "fiat");
        seconds(1);
        openCar(car);
        assertEquals(ListingStatus.SENDING, standing());
        assertEquals(OptionalInt.of(4), dispatch.secondsLeft());
        assertEquals(SendWorkflow.Step.NOT_AGAIN, dispatch.send());
        seconds(4);
        window.until("the answer", () -> standing() == ListingStatus.SENT);
        assertEquals(1, posts());
    }

    @Test
    void twoCarsLeaveOnceEach() {
        typeACar();
        press();
        second();
        desk.cars().newCar();
        typeACar();
        type(CarField.INTERNAL_ID, "SEB-2");
        press();
        seconds(4);
        window.until("the first", () -> desk.sending().delay().count() == 1);
        second();
        window.until("the second", () -> standing() == ListingStatus.SENT);
        assertEquals(2, posts());
    }

    @Test
    void earlierOneIsAskedAboutBeforeTheCountdown() {
        typeACar();
        press();
        seconds(5);
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
        press();
        seconds(5);
        window.until("the answer", () -> standing() == ListingStatus.SENT);
        assertEquals(1, posts());
    }

    @Test
    void draftThatIsDeletedMeanwhileDoesNotLeave() {
        typeACar();
        UUID car = press();
        desk.cars().mark(car, StockMark.DELETED);
        seconds(6);
        assertEquals(0, posts());
        assertEquals(0, dispatch.delay().count());
    }

    @Test
    void clockStandsStillWhileTheEndIsAskedAbout() {
        typeACar();
        press();
        dispatch.delay().hold(true);
        seconds(9);
        assertEquals(OptionalInt.of(5), dispatch.secondsLeft());
        dispatch.delay().hold(false);
        seconds(5);
        window.until("the answer", () -> standing() == ListingStatus.SENT);
        assertEquals(1, posts());
    }

    @Test
    void unknownOneIsSentAgainAfterTheCountdownToo() {
        answers.put("/api/cars", answer(500, ""));
        typeACar();
        press();
        seconds(5);
        window.until("the answer", () -> standing() == ListingStatus.UNKNOWN);
        posts();
        dispatch.sendAgain();
        window.until("the countdown", () -> dispatch.delay().count() == 1);
        assertTrue(dispatch.undo());
        assertEquals(ListingStatus.UNKNOWN, standing());
        seconds(5);
        assertEquals(0, posts());
    }

    @Test
    void correctionIsShownAsItIsTypedMeanwhile() {
        typeACar();
        press();
        seconds(5);
        window.until("the answer", () -> standing() == ListingStatus.SENT);
        desk.correction().begin();
        type(CarField.SALES_PRICE, "11900");
        dispatch.send();
        window.until("the question", () -> looking);
        press();
        assertEquals("11900", text(CarField.SALES_PRICE));
        dispatch.undo();
        assertEquals("11900", text(CarField.SALES_PRICE));
    }

    @Test
    void stagingAndTheSettingOffDoNotWait() {
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

    /** The car is sent to staging and is left, while it has not left for production yet. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void textTypedDuringTwoSendingsIsKept(boolean slow) {
        typeACar();
        saved();
        UUID car = press();
        choose(Profile.STAGING);
        type(CarField.DEALERSHIP_ID, "dealer");
        type(CarField.VERSION, "EXTRA");
        gate = new CountDownLatch(slow ? 1 : 0);
        assertEquals(SendWorkflow.Step.SENDING, dispatch.send());
        window.until("staging", () -> !attempts().isEmpty() && (slow || endsOf(car) == 1));
        choose(Profile.PRACTICE);
        type(CarField.VERSION, "MORE");
        desk.cars().newCar();
        type(CarField.BRAND, "fiat");
        saved();
        gate.countDown();
        window.until("staging's answer", () -> endsOf(car) == 1);
        saved();
        seconds(5);
        window.until("production's answer", () -> endsOf(car) == 2);
        saved();
        assertEquals("MORE", journal.car(car).orElseThrow().draft().text(CarField.VERSION));
        assertEquals(List.of("", "EXTRA"), noted(car).stream()
                .sorted(Comparator.comparing(Submission::profile).reversed())
                .map(attempt -> attempt.sent().text(CarField.VERSION)).toList());
    }

    private long endsOf(UUID car) {
        return noted(car).stream().filter(attempt -> attempt.outcome().isPresent()).count();
    }
}
