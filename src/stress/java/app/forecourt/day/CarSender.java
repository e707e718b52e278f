package app.forecourt.day;

import app.forecourt.car.CarField;
import app.forecourt.journey.Await;
import app.forecourt.model.AppModel;
import app.forecourt.stock.ListingStatus;
import app.forecourt.stock.Submission;
import java.util.List;
import java.util.concurrent.Callable;
import org.testfx.util.WaitForAsyncUtils;

/** Driver of a car's scenario. Subclasses define the means: keys or models. */
abstract class CarSender {
    /** Maximum presses until a car is sent: warnings, then an earlier submission, then the send. */
    private static final int PRESSES = 4;

    final AppModel appModel;

    /** Key or its action. */
    @FunctionalInterface
    interface Press {
        void press() throws Exception;
    }

    CarSender(AppModel model) {
        this.appModel = model;
    }

    /** Runs the whole scenario of a car. An abandoned car is still under way at the end. */
    final void runScenario(DayCarPlan car) throws Exception {
        typeNewCar(car);
        pressUntilSent(1, this::send);
        if (car.abandoned()) {
            return;
        }
        switch (car.scenario()) {
            case TAKEN, RENEWED, LIMITED, FAILED, UNHEARD, STALLED, NOT_LET_IN -> awaitEnd(car);
            case STOPPED -> {
                stop();
                awaitEnd(car);
            }
            case CUT -> {
                awaitEnd(car);
                confirmArrival();
                until("it to be there", () -> status() == ListingStatus.SENT);
            }
            case SENT_AGAIN -> {
                awaitEnd(car);
                pressUntilSent(2, this::sendAgain);
                awaitEnd(car);
            }
            case CORRECTED -> {
                awaitEnd(car);
                edit(CarField.MODEL, "astra");
                pressUntilSent(2, this::send);
                awaitEnd(car);
            }
            case AMENDED -> {
                awaitEnd(car);
                reopen();
                edit(CarField.SALES_PRICE, Integer.toString(car.price() - 500));
                pressUntilSent(2, this::send);
                awaitEnd(car);
            }
            case PUBLISHED -> {
                awaitEnd(car);
                pressUntilSent(2, this::publish);
                awaitEnd(car);
            }
        }
    }

    private void pressUntilSent(int sendings, Press press) throws Exception {
        for (int time = 0; time < PRESSES && callOnFxThread(this::submissions).size() < sendings; time++) {
            press.press();
            until("what comes of it", () -> submissions().size() >= sendings || !isUnderWay());
        }
        until("sending " + sendings, () -> submissions().size() >= sendings);
    }

    private void awaitEnd(DayCarPlan car) throws Exception {
        until("the end of " + car,
                () -> !isUnderWay() && !submissions().getLast().state().isUnderWay());
        awaitOutcome();
    }

    boolean isUnderWay() {
        return status() == ListingStatus.SENDING || status() == ListingStatus.WAITING;
    }

    List<Submission> submissions() {
        return appModel.cars().current().car().get().submissions();
    }

    ListingStatus status() {
        return appModel.cars().current().status().get();
    }

    /** Waits for a condition without the pauses of the window tests. */
    static void until(String what, Callable<Boolean> condition) throws Exception {
        Await.untilTrue(what, condition);
    }

    static <T> T callOnFxThread(Callable<T> question) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, question);
    }

    /** Runs an action on the FX thread. */
    static void runOnFxThread(Runnable act) {
        WaitForAsyncUtils.waitForAsyncFx(10_000, act);
    }

    /** Begins a new car and types it. */
    abstract void typeNewCar(DayCarPlan car) throws Exception;

    abstract void send() throws Exception;

    abstract void sendAgain() throws Exception;

    abstract void publish() throws Exception;

    /** Stops the submission if it is still under way. */
    abstract void stop() throws Exception;

    abstract void confirmArrival() throws Exception;

    /** Reopens a sent car for correction. */
    abstract void reopen() throws Exception;

    abstract void edit(CarField field, String text) throws Exception;

    /** Waits until the outcome is visible. */
    abstract void awaitOutcome() throws Exception;
}
