package app.forecourt.car.check;

import app.forecourt.car.CarField;
import app.forecourt.car.Problem;
import app.forecourt.car.Problem.Code;
import app.forecourt.option.AvailableOptions;
import app.forecourt.option.EquivalentOptions;
import app.forecourt.text.TextSanitizer;
import java.util.HashSet;
import java.util.List;

/**
 * Rules for the chosen options: each is in the profile's option list, and no two have the same meaning. Two options of
 * the same meaning are reported, but both are sent. The vendor's own example has {@code seat_heating} and
 * {@code heated_seats}.
 */
final class OptionRules implements CarValidator.Rule {
    /** Maximum number of options with corrections, because the search is slow on a long list. */
    private static final int MAX_CORRECTED = 10;

    /** Reports each option at most once per problem, however often the user chose it. */
    @Override
    public void check(ValidationRun context) {
        List<String> chosen = context.draft().options();
        var seen = new HashSet<String>();
        var twice = new HashSet<String>();
        chosen.stream()
                .filter(name -> !seen.add(name))
                .filter(twice::add)
                .forEach(name -> context.add(CarField.OPTIONS, Code.OPTION_TWICE, TextSanitizer.excerpt(name)));
        context.optionList().ifPresentOrElse(list -> checkUnknown(chosen, list, context), () -> {
            if (!chosen.isEmpty()) {
                context.add(CarField.OPTIONS, Code.OPTIONS_UNCHECKED);
            }
        });
        EquivalentOptions.findGroups(seen)
                .forEach(synonyms ->
                        context.add(CarField.OPTIONS, Code.SAME_OPTION, synonyms.getFirst(), synonyms.getLast()));
    }

    private static void checkUnknown(List<String> chosen, AvailableOptions list, ValidationRun context) {
        List<String> unknown =
                chosen.stream().distinct().filter(name -> !list.contains(name)).toList();
        if (!list.isComplete()) {
            unknown.forEach(
                    name -> context.add(CarField.OPTIONS, Code.OPTION_BEYOND_LIST, TextSanitizer.excerpt(name)));
            return;
        }
        for (int i = 0; i < unknown.size(); i++) {
            String shown = TextSanitizer.excerpt(unknown.get(i));
            // A shortened name gets no correction, because the option to replace is found by the name in the args.
            boolean isCorrected = i < MAX_CORRECTED && shown.equals(unknown.get(i));
            context.add(Problem.of(CarField.OPTIONS, Code.UNKNOWN_OPTION, shown)
                    .withCorrections(isCorrected ? list.nearest(shown) : List.of()));
        }
    }
}
