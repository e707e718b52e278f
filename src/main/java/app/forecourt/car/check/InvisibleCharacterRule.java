package app.forecourt.car.check;

import app.forecourt.car.CarField;
import app.forecourt.car.Problem;
import app.forecourt.car.Problem.Code;
import app.forecourt.text.TextSanitizer;
import java.util.List;

/** Rule for texts with invisible characters. */
final class InvisibleCharacterRule implements CarValidator.Rule {

    @Override
    public void check(ValidationRun context) {
        for (CarField field : CarField.values()) {
            boolean prose = switch (field.type()) {
                case TEXT, LONG_TEXT, WORD, TAGS -> true;
                default -> false;
            };
            String typed = context.draft().text(field);
            if (prose && context.hasValue(field) && TextSanitizer.hasInvisibleCharacters(typed)) {
                context.add(Problem.of(field, Code.INVISIBLE_CHARACTER)
                        .withCorrections(List.of(TextSanitizer.removeInvisibleCharacters(typed))));
            }
        }
    }
}
