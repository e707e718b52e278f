package app.forecourt.car.check;

import app.forecourt.car.CarField;
import app.forecourt.car.FieldType;
import app.forecourt.car.Problem;
import app.forecourt.car.Problem.Code;
import app.forecourt.car.vocabulary.Vocabulary;
import app.forecourt.text.TextSanitizer;
import java.util.List;
import java.util.Set;

/**
 * Rule that compares words with the vocabulary. Unknown words raise a warning only, because AutoChat documents no
 * vocabulary.
 */
final class VocabularyRules implements CarValidator.Rule {
    /**
     * Fields without a warning for each unknown word. No list has all models, and users ignore a warning that is mostly
     * wrong. A model that is nearly a known one is reported.
     */
    private static final Set<CarField> UNCHECKED = Set.of(CarField.MODEL);

    private final Vocabulary vocabulary;

    VocabularyRules(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    @Override
    public void check(ValidationRun context) {
        checkModel(context);
        for (CarField field : CarField.values()) {
            boolean isChecked =
                    (field.type() == FieldType.WORD || field.type() == FieldType.CODE) && !UNCHECKED.contains(field);
            if (isChecked) {
                context.text(field)
                        .filter(word -> !vocabulary.knows(field, context.draft().text(field)))
                        .ifPresent(word -> context.add(Problem.of(field, Code.UNKNOWN_WORD, TextSanitizer.excerpt(word))
                                .withCorrections(vocabulary.nearest(
                                        field, context.draft().text(field)))));
            }
        }
    }

    private void checkModel(ValidationRun context) {
        context.text(CarField.MODEL).ifPresent(model -> {
            List<String> near = vocabulary.nearestModels(
                    context.draft().text(CarField.BRAND), context.draft().text(CarField.MODEL));
            if (!near.isEmpty()) {
                context.add(Problem.of(CarField.MODEL, Code.MODEL_NEARLY_KNOWN, TextSanitizer.excerpt(model))
                        .withCorrections(near));
            }
        });
    }
}
