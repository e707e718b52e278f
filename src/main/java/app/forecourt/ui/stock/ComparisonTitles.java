package app.forecourt.ui.stock;

import app.forecourt.car.CarField;
import app.forecourt.stock.CarNameFormatter;
import app.forecourt.stock.StockRow;
import app.forecourt.stock.SubmissionSummary;
import app.forecourt.ui.words.Messages;
import java.util.Comparator;
import java.util.Optional;

/** Titles of two cars that are compared, each with a second line for its state. */
final class ComparisonTitles {
    private final StockRow car;
    private final Optional<StockRow> other;
    private final CarNameFormatter names;
    private final Messages messages;

    /**
     * Creates the titles.
     *
     * @param car the car in the form
     * @param other the other car; empty if none is chosen
     */
    ComparisonTitles(StockRow car, Optional<StockRow> other, CarNameFormatter names, Messages messages) {
        this.car = car;
        this.other = other;
        this.names = names;
        this.messages = messages;
    }

    /** Returns the title of the car in the form. */
    String first() {
        return title(car, other);
    }

    /** Returns the title of the other car; {@code ""} if there is none. */
    String second() {
        return other.map(row -> title(row, Optional.of(car))).orElse("");
    }

    /** Returns the second line of the car in the form. */
    String firstState() {
        String state = state(car);
        return state.equals(secondState()) ? messages.get("compare.here", state) : state;
    }

    /** Returns the second line of the other car; {@code ""} if there is none. */
    String secondState() {
        return other.map(this::state).orElse("");
    }

    /** Returns name and plate, and if those are equal what differs: the stock number, the state or the time of creation. */
    private String title(StockRow row, Optional<StockRow> against) {
        String name = nameAndPlate(row);
        return against.filter(twin -> nameAndPlate(twin).equals(name))
                .map(twin -> name + StockDetails.SEPARATOR + difference(row, twin)).orElse(name);
    }

    private String nameAndPlate(StockRow row) {
        String plate = row.text(CarField.LICENSE_PLATE).strip();
        String name = names.name(row, messages.get("stock.untitled"));
        return plate.isEmpty() ? name : name + StockDetails.SEPARATOR + plate;
    }

    private String difference(StockRow row, StockRow twin) {
        String number = row.text(CarField.INTERNAL_ID).strip();
        String twinNumber = twin.text(CarField.INTERNAL_ID).strip();
        if (!number.isEmpty() && !twinNumber.isEmpty() && !number.equals(twinNumber)) {
            return number;
        }
        String state = word(StockRowState.of(row));
        return state.equals(word(StockRowState.of(twin)))
                ? messages.get("compare.begun", messages.moment(row.createdAt()))
                : state;
    }

    /** Returns the state of a car with the time at which it was sent. */
    private String state(StockRow row) {
        StockRowState state = StockRowState.of(row);
        return row.submissions().stream()
                .filter(submission -> state == StockRowState.SENT && submission.isAccepted())
                .max(Comparator.comparing(SubmissionSummary::requestedAt))
                .map(sent -> messages.get("compare.sent", messages.moment(sent.requestedAt()),
                        messages.name(sent.profile())))
                .orElseGet(() -> word(state));
    }

    private String word(StockRowState state) {
        return messages.get("stock.state." + Messages.key(state));
    }
}
