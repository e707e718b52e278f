package app.forecourt.day;

import app.forecourt.car.CarField;
import app.forecourt.journey.Await;
import app.forecourt.model.AppModel;
import app.forecourt.stock.ListingStatus;
import app.forecourt.stock.Submission;
import java.util.List;
import java.util.concurrent.Callable;
import org.testfx.util.WaitForAsyncUtils;

/** Brings a car to AutoChat, whatever befalls it there; by what means, others say. */
abstract class CarSender {
    /** A press may show what is worth a look, one more that it was sent before, and the next one sends. */
    private static final int PRESSES = 4;

    final AppModel desk;

    /** A key, or what it does. */
    @FunctionalInterface
    interface Press {
        void now() throws Exception;
    }

    CarSender(AppModel desk) {
        this.desk = desk;
    }

    /** Goes through all of it; a car that is left is still under way then. */
    final void sell(DayCarPlan car) throws Exception {
        begin(car);
        untilAsked(1, this::send);
        if (car.left()) {
            return;
        }
        switch (car.fate()) {
            case TAKEN, RENEWED, LIMITED, FAILED, UNHEARD, STALLED, NOT_LET_IN -> untilOver(car);
            case STOPPED -> {
                stop();
                untilOver(car);
            }
            case CUT -> {
                untilOver(car);
                itIsThere();
                until("it to be there", () -> standing() == ListingStatus.SENT);
            }
            case SENT_AGAIN -> {
                untilOver(car);
                untilAsked(2, this::sendAgain);
                untilOver(car);
            }
            case CORRECTED -> {
                untilOver(car);
                mend(CarField.MODEL, "astra");
                untilAsked(2, this::send);
                untilOver(car);
            }
            case AMENDED -> {
                untilOver(car);
                correct();
                mend(CarField.SALES_PRICE, Integer.toString(car.price() - 500));
                untilAsked(2, this::send);
                untilOver(car);
            }
            case PUBLISHED -> {
                untilOver(car);
                untilAsked(2, this::publish);
                untilOver(car);
            }
        }
    }

    private void untilAsked(int sendings, Press press) throws Exception {
        for (int time = 0; time < PRESSES && fx(this::attempts).size() < sendings; time++) {
            press.now();
            until("what comes of it", () -> attempts().size() >= sendings || !isUnderWay());
        }
        until("sending " + sendings, () -> attempts().size() >= sendings);
    }

    private void untilOver(DayCarPlan car) throws Exception {
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

    /** Without the rest that a look at the window takes. */
    static void until(String what, Callable<Boolean> condition) throws Exception {
        Await.soon(what, condition);
    }

    static <T> T fx(Callable<T> question) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, question);
    }

    /** Has something done on the window's thread. */
    static void tell(Runnable act) {
        WaitForAsyncUtils.waitForAsyncFx(10_000, act);
    }

    /** Begins a new car there, and types all of it. */
    abstract void begin(DayCarPlan car) throws Exception;

    abstract void send() throws Exception;

    abstract void sendAgain() throws Exception;

    abstract void publish() throws Exception;

    /** If it is still under way. */
    abstract void stop() throws Exception;

    abstract void itIsThere() throws Exception;

    /** Opens a car that was sent. */
    abstract void correct() throws Exception;

    abstract void mend(CarField field, String text) throws Exception;

    /** What came of it is there. */
    abstract void seen() throws Exception;
}
