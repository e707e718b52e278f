package app.forecourt.model.form;

import app.forecourt.car.CarField;
import app.forecourt.car.Problem;
import app.forecourt.car.SourcedValue;
import app.forecourt.car.check.ParsedDraft;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The problems of values from external sources, to look at before sending. */
final class ExternalValueProblems {
    private ExternalValueProblems() {}

    static List<Problem> of(ExternalValues values, ParsedDraft parsed) {
        // The plate was changed after the register had filled in fields for it.
        Stream<Problem> otherPlate = values.plateOfFilledFields().stream()
                .filter(asked -> parsed.plate()
                        .filter(plate -> plate.bare().equals(asked.bare()))
                        .isEmpty())
                .map(asked ->
                        Problem.of(CarField.LICENSE_PLATE, Problem.Code.REGISTER_OF_OTHER_PLATE, asked.formatted()));
        Stream<Problem> named = ExternalValues.NAMES.stream()
                .filter(field -> !values.isEmpty(field))
                .map(values::differingValue)
                .flatMap(Optional::stream)
                .map(value -> Problem.of(value.field(), Problem.Code.REGISTER_DIFFERS, value.text()));
        Stream<Problem> left = values.offers().stream()
                .map(value -> Problem.of(value.field(), Problem.Code.REGISTER_OFFERS, value.text()));
        Stream<Problem> copied = values.marks().entrySet().stream()
                .filter(mark -> mark.getValue().source() == SourcedValue.Origin.CARRIED_OVER)
                .map(mark -> Problem.of(mark.getKey(), Problem.Code.TEXT_OF_ANOTHER_CAR));
        return Stream.of(otherPlate, named, left, copied)
                .flatMap(Function.identity())
                .toList();
    }
}
