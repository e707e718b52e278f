package app.forecourt.day;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.check.CarValidator;
import app.forecourt.model.AppModel;
import app.forecourt.model.cars.CarsModel;
import app.forecourt.model.send.SendWorkflow;
import app.forecourt.stock.StockMark;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;

/** Driver that uses the models that the window shows. */
final class ModelCarSender extends CarSender {
    /** Fields that are not set: the dealership is filled in, and photos would be fetched in vain. */
    private static final Set<CarField> NOT_TYPED = EnumSet.of(CarField.OPTIONS, CarField.DEALERSHIP_ID,
            CarField.IMAGES);

    private final CarDraft example;

    /** @param example draft of all cars */
    ModelCarSender(AppModel model, CarDraft example) {
        super(model);
        this.example = example;
    }

    @Override
    void typeNewCar(DayCarPlan car) {
        CarDraft draft = example.with(CarField.INTERNAL_ID, car.stockNumber())
                .with(CarField.LICENSE_PLATE, car.plate()).with(CarField.VIN, car.vin())
                .with(CarField.SALES_PRICE, Integer.toString(car.price()));
        callOnFxThread(() -> {
            appModel.cars().newCar();
            appModel.selectProfile(car.profile());
            for (CarField field : EnumSet.complementOf(EnumSet.copyOf(NOT_TYPED))) {
                appModel.form().text(field).set(draft.text(field));
            }
            return appModel.form().options().setAll(draft.options());
        });
    }

    @Override
    void send() {
        callOnFxThread(() -> press(appModel.sendWorkflow()::send));
    }

    @Override
    void sendAgain() {
        callOnFxThread(() -> press(appModel.sendWorkflow()::sendAgain));
    }

    @Override
    void publish() throws Exception {
        runOnFxThread(() -> appModel.publishWorkflow().publish(() -> press(appModel.sendWorkflow()::send)));
        until("the options there", () -> isUnderWay() || submissions().size() > 1);
    }

    private SendWorkflow.Step press(Supplier<SendWorkflow.Step> way) {
        SendWorkflow.Step step = way.get();
        return switch (step) {
            case CONFIRMATION_NEEDED -> {
                appModel.sendWorkflow().confirmProduction();
                yield press(way);
            }
            case MARKED -> {
                CarsModel cars = appModel.cars();
                cars.mark(cars.current().car().get().id(), StockMark.NONE);
                yield press(way);
            }
            case PROBLEMS_SHOWN -> {
                if (!(appModel.form().problems().result() instanceof CarValidator.Result.Valid)) {
                    throw new AssertionError(appModel.form().problems().visible().toString());
                }
                yield press(way);
            }
            case SENDING, ALREADY_SENT -> step;
            case PHOTOS_UNDER_WAY -> throw new AssertionError("no photo of a file was added");
            case NO_CREDENTIALS -> throw new AssertionError("not set up");
        };
    }

    @Override
    void stop() {
        runOnFxThread(appModel.sendWorkflow()::stop);
    }

    @Override
    void confirmArrival() {
        runOnFxThread(appModel.sendWorkflow()::confirmArrival);
    }

    @Override
    void reopen() {
        runOnFxThread(appModel.correctionWorkflow()::start);
    }

    @Override
    void edit(CarField field, String text) {
        runOnFxThread(() -> appModel.form().text(field).set(text));
    }

    @Override
    void awaitOutcome() {}
}
