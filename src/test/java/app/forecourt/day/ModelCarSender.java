package app.forecourt.day;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.check.ValidationResult;
import app.forecourt.model.AppModel;
import app.forecourt.model.send.SendWorkflow;
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
    ModelCarSender(AppModel desk, CarDraft example) {
        super(desk);
        this.example = example;
    }

    @Override
    void begin(DayCarPlan car) {
        CarDraft draft = example.with(CarField.INTERNAL_ID, car.number())
                .with(CarField.LICENSE_PLATE, car.plate()).with(CarField.VIN, car.vin())
                .with(CarField.SALES_PRICE, Integer.toString(car.price()));
        fx(() -> {
            desk.cars().newCar();
            desk.choose(car.profile());
            for (CarField field : EnumSet.complementOf(EnumSet.copyOf(NOT_TYPED))) {
                desk.form().text(field).set(draft.text(field));
            }
            return desk.form().options().setAll(draft.options());
        });
    }

    @Override
    void send() {
        fx(() -> press(desk.sending()::send));
    }

    @Override
    void sendAgain() {
        fx(() -> press(desk.sending()::sendAgain));
    }

    @Override
    void publish() throws Exception {
        tell(() -> desk.publishing().publish(() -> press(desk.sending()::send)));
        until("the options there", () -> isUnderWay() || attempts().size() > 1);
    }

    private SendWorkflow.Step press(Supplier<SendWorkflow.Step> way) {
        SendWorkflow.Step step = way.get();
        return switch (step) {
            case ASK -> {
                desk.sending().confirmProduction();
                yield press(way);
            }
            case LOOK -> {
                if (!(desk.form().checked() instanceof ValidationResult.Ready)) {
                    throw new AssertionError(desk.form().shown().toString());
                }
                yield press(way);
            }
            case SENDING, NOT_AGAIN -> step;
            case NOT_SET_UP -> throw new AssertionError("not set up");
        };
    }

    @Override
    void stop() {
        tell(desk.sending()::stop);
    }

    @Override
    void itIsThere() {
        tell(desk.sending()::itIsThere);
    }

    @Override
    void correct() {
        tell(desk.correction()::begin);
    }

    @Override
    void mend(CarField field, String text) {
        tell(() -> desk.form().text(field).set(text));
    }

    @Override
    void seen() {}
}
