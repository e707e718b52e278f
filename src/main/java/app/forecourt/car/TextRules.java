package app.forecourt.car;

import app.forecourt.text.TextSanitizer;
import java.util.List;

/** Texts that hold more than can be seen. */
final class TextRules implements Rules {

    @Override
    public void judge(Facts car, Findings found) {
        for (CarField field : CarField.values()) {
            boolean prose = switch (field.kind()) {
                case TEXT, LONG_TEXT, WORD, TAGS -> true;
                default -> false;
            };
            String typed = car.draft().text(field);
            if (prose && car.has(field) && TextSanitizer.hasInvisible(typed)) {
                found.add(Problem.of(field, ProblemCode.INVISIBLE_CHARACTER)
                        .offering(List.of(TextSanitizer.withoutInvisible(typed))));
            }
        }
    }
}
