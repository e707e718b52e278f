package app.forecourt.car.check;

import app.forecourt.car.CarField;
import app.forecourt.car.FieldType;
import app.forecourt.car.Problem.Code;
import app.forecourt.car.Range;

/** Rule that compares numbers with those of most cars for sale. */
final class UsualRangeRule implements CarValidator.Rule {

    @Override
    public void check(ValidationRun context) {
        for (CarField field : CarField.values()) {
            Range usual = field.limits().usual();
            context.number(field)
                    .filter(number -> field.type() != FieldType.YEAR && !usual.contains(number))
                    .ifPresent(number -> context.add(field, Code.UNUSUAL, usual.min(), usual.max()));
        }
    }
}
