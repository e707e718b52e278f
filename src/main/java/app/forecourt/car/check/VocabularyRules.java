package app.forecourt.car.check;

import app.forecourt.car.CarField;
import app.forecourt.car.FieldType;
import app.forecourt.car.Problem;
import app.forecourt.car.ProblemCode;
import app.forecourt.car.vocabulary.Vocabulary;
import app.forecourt.text.TextSanitizer;
import java.util.Set;

/** Words against the vocabulary. AutoChat documents none, so an unknown word is sent as typed. */
final class VocabularyRules implements CarRule {
    /** There are more models than any list has, and a warning that is mostly wrong is soon not read. */
    private static final Set<CarField> OPEN = Set.of(CarField.MODEL);

    private final Vocabulary vocabulary;

    VocabularyRules(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    @Override
    public void check(ValidationContext car, ProblemCollector found) {
        for (CarField field : CarField.values()) {
            boolean closed = (field.kind() == FieldType.WORD || field.kind() == FieldType.CODE)
                    && !OPEN.contains(field);
            if (closed) {
                car.text(field).filter(word -> !vocabulary.knows(field, car.draft().text(field)))
                        .ifPresent(word -> found
                                .add(Problem.of(field, ProblemCode.UNKNOWN_WORD, TextSanitizer.shown(word))
                                        .offering(vocabulary.nearest(field, car.draft().text(field)))));
            }
        }
    }
}
