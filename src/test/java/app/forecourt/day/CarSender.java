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

    final AppModel desk;

    /** Key or its action. */
    @FunctionalInterface
    interface Press {
        void now() throws Exception;
    }

    CarSender(AppModel desk) {
        this.desk = desk;
    }

    /** Runs the whole scenario of a car. An abandoned car is still under way at the end. */
    final void sell(DayCarPlan car) throws Exception {
        begin(car);
        pressUntilSent(1, this::send);
        if (car.left()) {
            return;
        }
        switch (car.fate()) {
            case TAKEN, RENEWED, LIMITED, FAILED, UNHEARD, STALLED, NOT_LET_IN -> awaitEnd(car);
            case STOPPED -> {
                stop();
                awaitEnd(car);
            }
            case CUT -> {
                awaitEnd(car);
                itIsThere();
                until("it to be there", () -> standing() == ListingStatus.SENT);
            }
            case SENT_AGAIN -> {
                awaitEnd(car);
                pressUntilSent(2, this::sendAgain);
                awaitEnd(car);
            }
            case CORRECTED -> {
                awaitEnd(car);
                mend(CarField.MODEL, "astra");
                pressUntilSent(2, this::send);
                awaitEnd(car);
            }
            case AMENDED -> {
                awaitEnd(car);
                correct();
                mend(CarField.SALES_PRICE, Integer.toString(car.price() - 500));
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
        for (int time = 0; time < PRESSES && fx(this::attempts).size() < sendings; time++) {
            press.now();
            until("what comes of it", () -> attempts().size() >= sendings || !isUnderWay());
        }
        until("sending " + sendings, () -> attempts().size() >= sendings);
    }

    private void awaitEnd(DayCarPlan car) throws Exception {
        until("the end of " + car,
                () -> !isUnderWay() && !attempts().getLast().state().underWay());
        seen();
    }

    boolean isUnderWay() {
        return standing() == ListingStatus.SENDING || standing() == ListingStatus.WAITING;
    }

    List<Submission> attempts() {
        return desk.cars().current().car().get().attempts();
    }

    ListingStatus standing() {
        return desk.cars().current().status().get();
    }

    /** Waits for a condition without the pauses of the window tests. */
    static void until(String what, Callable<Boolean> condition) throws Exception {
        Await.soon(what, condition);
    }

    static <T> T fx(Callable<T> question) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, question);
    }

    /** Runs an action on the FX thread. */
    static void tell(Runnable act) {
        WaitForAsyncUtils.waitForAsyncFx(10_000, act);
    }

    /** Begins a new car and types it. */
    abstract void begin(DayCarPlan car) throws Exception;

    abstract void send() throws Exception;

    abstract void sendAgain() throws Exception;

    abstract void publish() throws Exception;

    /** Stops the submission if it is still under way. */
    abstract void stop() throws Exception;

    abstract void itIsThere() throws Exception;

    /** Reopens a sent car for correction. */
    abstract void correct() throws Exception;

    abstract void mend(CarField field, String text) throws Exception;

    /** Waits until the outcome is visible. */
    abstract void seen() throws Exception;
}
