package app.forecourt.car.check;

import app.forecourt.car.CarField;
import app.forecourt.car.Problem;
import app.forecourt.car.ProblemCode;
import app.forecourt.option.KnownOptions;
import app.forecourt.option.Synonyms;
import app.forecourt.text.TextSanitizer;
import java.util.HashSet;
import java.util.List;

/**
 * The chosen options against the list of the profile the car is sent to, and against each other: two of one meaning
 * ({@code seat_heating} and {@code heated_seats} stand in the vendor's own example) are told of, and both are sent.
 */
final class OptionRules implements CarRule {
    /** Looking for what is near takes its time on a long list; as these are mended, the next get their offers. */
    private static final int MOST_OFFERED = 10;

    /** Each name is told of once, however often it was chosen. */
    @Override
    public void check(ValidationContext car, ProblemCollector found) {
        List<String> chosen = car.draft().options();
        var seen = new HashSet<String>();
        var twice = new HashSet<String>();
        chosen.stream().filter(name -> !seen.add(name)).filter(twice::add)
                .forEach(name -> found.add(CarField.OPTIONS, ProblemCode.OPTION_TWICE,
                        TextSanitizer.shown(name)));
        car.list().ifPresentOrElse(list -> unknown(chosen, list, found), () -> {
            if (!chosen.isEmpty()) {
                found.add(CarField.OPTIONS, ProblemCode.OPTIONS_UNCHECKED);
            }
        });
        Synonyms.among(seen).forEach(
                same -> found.add(CarField.OPTIONS, ProblemCode.SAME_OPTION, same.getFirst(),
                        same.getLast()));
    }

    private static void unknown(List<String> chosen, KnownOptions list, ProblemCollector found) {
        List<String> strangers = chosen.stream().distinct().filter(name -> !list.has(name)).toList();
        if (!list.isWhole()) {
            strangers.forEach(
                    name -> found.add(CarField.OPTIONS, ProblemCode.OPTION_BEYOND_LIST,
                            TextSanitizer.shown(name)));
            return;
        }
        for (int i = 0; i < strangers.size(); i++) {
            String shown = TextSanitizer.shown(strangers.get(i));
            // What can't be named whole can't be put in another's place.
            boolean offered = i < MOST_OFFERED && shown.equals(strangers.get(i));
            found.add(Problem.of(CarField.OPTIONS, ProblemCode.UNKNOWN_OPTION, shown)
                    .offering(offered ? list.nearest(shown) : List.of()));
        }
    }
}
