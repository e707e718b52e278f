package app.forecourt.day;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.check.CarValidator;
import app.forecourt.journey.Await;
import app.forecourt.model.AppModel;
import app.forecourt.model.send.SendWorkflow;
import app.forecourt.stock.ListingStatus;
import app.forecourt.stock.Submission;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.testfx.util.WaitForAsyncUtils;

/** Driver of a car's scenario by the models that the window shows. */
class CarSender {
    /** Fields that are not set: the dealership is filled in, and photos would be fetched in vain. */
    private static final Set<CarField> NOT_TYPED =
            EnumSet.of(CarField.OPTIONS, CarField.DEALERSHIP_ID, CarField.IMAGES);
    /** Maximum presses until a car is sent: warnings, then an earlier submission, then the send. */
    private static final int PRESSES = 4;

    final AppModel appModel;
    private final CarDraft example;

    /** Key or its action. */
    @FunctionalInterface
    private interface Press {
        void press() throws Exception;
    }

    /** @param example draft of all cars */
    CarSender(AppModel model, CarDraft example) {
        this.appModel = model;
        this.example = example;
    }

    /** Runs the whole scenario of a car. An abandoned car is still under way at the end. */
    final void runScenario(DayCarPlan car) throws Exception {
        typeNewCar(car);
        pressUntilSent(1, this::send);
        if (car.abandoned()) {
            return;
        }
        if (car.scenario() == CarScenario.STOPPED) {
            Await.onFxThread(appModel.sendWorkflow()::stop);
        }
        awaitEnd(car);
        switch (car.scenario()) {
            case TAKEN, RENEWED, LIMITED, FAILED, UNHEARD, STALLED, NOT_LET_IN, STOPPED -> {}
            case CUT -> {
                Await.onFxThread(appModel.sendWorkflow()::confirmArrival);
                until("it to be there", () -> status() == ListingStatus.SENT);
            }
            case SENT_AGAIN ->
                pressUntilSent(2, () -> Await.onFxThread(() -> press(appModel.sendWorkflow()::sendAgain)));
            case CORRECTED -> {
                edit(CarField.MODEL, "astra");
                pressUntilSent(2, this::send);
            }
            case AMENDED -> {
                Await.onFxThread(appModel.correctionWorkflow()::start);
                edit(CarField.SALES_PRICE, Integer.toString(car.price() - 500));
                pressUntilSent(2, this::send);
            }
            case PUBLISHED -> pressUntilSent(2, this::publish);
        }
        awaitEnd(car);
    }

    private void pressUntilSent(int sendings, Press press) throws Exception {
        for (int time = 0; time < PRESSES && callOnFxThread(this::submissions).size() < sendings; time++) {
            press.press();
            until("what comes of it", () -> submissions().size() >= sendings || !isUnderWay());
        }
        until("sending " + sendings, () -> submissions().size() >= sendings);
    }

    private void awaitEnd(DayCarPlan car) throws Exception {
        until(
                "the end of " + car,
                () -> !isUnderWay() && !submissions().getLast().state().isUnderWay());
    }

    private boolean isUnderWay() {
        return status() == ListingStatus.SENDING || status() == ListingStatus.WAITING;
    }

    private List<Submission> submissions() {
        return appModel.cars().current().car().get().submissions().all();
    }

    private ListingStatus status() {
        return appModel.cars().current().status().get();
    }

    /** Waits for a condition without the pauses of the window tests. */
    static void until(String what, Callable<Boolean> condition) throws Exception {
        Await.untilTrue(what, condition);
    }

    static <T> T callOnFxThread(Callable<T> question) {
        return WaitForAsyncUtils.waitForAsyncFx(60_000, question);
    }

    /** Begins a new car and types it. */
    void typeNewCar(DayCarPlan car) throws Exception {
        CarDraft draft = example.with(CarField.INTERNAL_ID, car.stockNumber())
                .with(CarField.LICENSE_PLATE, car.plate())
                .with(CarField.VIN, car.vin())
                .with(CarField.SALES_PRICE, Integer.toString(car.price()));
        Await.onFxThread(() -> {
            appModel.cars().newCar();
            appModel.selectProfile(car.profile());
            for (CarField field : EnumSet.complementOf(EnumSet.copyOf(NOT_TYPED))) {
                appModel.form().text(field).set(draft.text(field));
            }
            appModel.form().options().setAll(draft.options());
        });
    }

    private void send() {
        Await.onFxThread(() -> press(appModel.sendWorkflow()::send));
    }

    private void publish() throws Exception {
        Await.onFxThread(() -> appModel.publishWorkflow().publish(() -> press(appModel.sendWorkflow()::send)));
        until("the options there", () -> isUnderWay() || submissions().size() > 1);
    }

    /** Presses once. Warnings and an earlier submission need another press. */
    private void press(Supplier<SendWorkflow.Step> button) {
        SendWorkflow.Step step = button.get();
        switch (step) {
            case CONFIRMATION_NEEDED -> {
                appModel.sendWorkflow().confirmProduction();
                press(button);
            }
            case PROBLEMS_SHOWN -> {
                if (!(appModel.form().problems().result() instanceof CarValidator.Result.Valid)) {
                    throw new AssertionError(
                            appModel.form().problems().visible().toString());
                }
                press(button);
            }
            case SENDING, ALREADY_SENT -> {}
            default -> throw new AssertionError(step);
        }
    }

    private void edit(CarField field, String text) {
        Await.onFxThread(() -> appModel.form().text(field).set(text));
    }
}
