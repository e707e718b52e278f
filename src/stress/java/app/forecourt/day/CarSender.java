package app.forecourt.day;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.check.CarValidator;
import app.forecourt.journey.Await;
import app.forecourt.model.AppModel;
import app.forecourt.model.send.SendWorkflow;
import app.forecourt.settings.Profile;
import app.forecourt.stock.SendingStatus;
import app.forecourt.stock.Submission;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** Driver of one car after the other, by the models that the window shows. */
class CarSender {
    /** Fields that are not set: the dealership is filled in, and photos would be fetched in vain. */
    private static final Set<CarField> NOT_TYPED =
            EnumSet.of(CarField.OPTIONS, CarField.DEALERSHIP_ID, CarField.IMAGES);
    /** Maximum presses until a car is sent: warnings, then an earlier submission, then the send. */
    private static final int PRESSES = 4;

    /** One of so many cars is stopped while its answer is awaited. */
    private static final int STOPPED = 7;

    private static final String LETTERS = "BDFGHJKLNPRSTVXZ";

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

    /**
     * Types and sends a car. Of four cars one is left before the answer arrives. The others are stopped, sent again,
     * corrected or published, as their status suggests.
     */
    final void send(int number) throws Exception {
        Profile profile = Profile.values()[number % Profile.values().length];
        typeNewCar(number, profile);
        pressUntilSent(1, this::send);
        if (mostSendings(number) == 1) {
            return;
        }
        if (number % STOPPED == 0) {
            Await.onFxThread(appModel.sendWorkflow()::stop);
        }
        awaitEnd();
        switch (Await.onFxThread(this::status)) {
            case UNKNOWN -> pressUntilSent(2, () -> Await.onFxThread(() -> press(appModel.sendWorkflow()::sendAgain)));
            case SENT -> {
                if (profile == Profile.STAGING) {
                    pressUntilSent(2, this::publish);
                } else {
                    Await.onFxThread(appModel.correctionWorkflow()::start);
                    edit(CarField.SALES_PRICE, Integer.toString(price(number) - 500));
                    pressUntilSent(2, this::send);
                }
            }
            case DRAFT, WAITING, SENDING -> {
                edit(CarField.MODEL, "astra");
                pressUntilSent(2, this::send);
            }
        }
        awaitEnd();
    }

    /** Returns how often the user asks at most to send a car to one server. */
    static int mostSendings(int number) {
        return number % 4 == 3 ? 1 : 2;
    }

    static String plate(int number) {
        return String.format(
                Locale.ROOT, "%c-%03d-%c%c", letter(number / 250), number % 1_000, letter(number), letter(number / 16));
    }

    private static char letter(int number) {
        return LETTERS.charAt(number % LETTERS.length());
    }

    static String vin(int number) {
        return String.format(Locale.ROOT, "WAVWGBFH3AN%06d", number);
    }

    static int price(int number) {
        return 9_000 + number;
    }

    private void pressUntilSent(int sendings, Press press) throws Exception {
        for (int time = 0; time < PRESSES && Await.onFxThread(this::submissions).size() < sendings; time++) {
            press.press();
            until("what comes of it", () -> submissions().size() >= sendings || !isUnderWay());
        }
        until("sending " + sendings, () -> submissions().size() >= sendings);
    }

    private void awaitEnd() throws Exception {
        until(
                "the end of " + submissions(),
                () -> !isUnderWay() && !submissions().getLast().state().isUnderWay());
    }

    private boolean isUnderWay() {
        return status() == SendingStatus.SENDING || status() == SendingStatus.WAITING;
    }

    private List<Submission> submissions() {
        return appModel.cars().current().car().get().submissions().all();
    }

    private SendingStatus status() {
        return appModel.cars().current().status().get();
    }

    /** Waits for a condition without the pauses of the window tests. */
    static void until(String what, Callable<Boolean> condition) throws Exception {
        Await.untilTrue(what, condition);
    }

    /** Begins a new car and types it. */
    void typeNewCar(int number, Profile profile) throws Exception {
        CarDraft draft = example.with(CarField.INTERNAL_ID, Integer.toString(number))
                .with(CarField.LICENSE_PLATE, plate(number))
                .with(CarField.VIN, vin(number))
                .with(CarField.SALES_PRICE, Integer.toString(price(number)));
        Await.onFxThread(() -> {
            appModel.cars().newCar();
            appModel.selectProfile(profile);
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
