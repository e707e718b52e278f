package app.forecourt.car;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Holds the chosen options against the list of the profile the car is sent to. */
final class Equipment {
    private Equipment() {}

    /**
     * What is wrong with the chosen options; each name is told of once, however often it was chosen.
     *
     * @param known the profile's names; empty when its list was never loaded, which is a warning and no more
     */
    static List<Problem> problems(List<String> chosen, Optional<Set<String>> known) {
        var problems = new ArrayList<Problem>();
        if (known.isEmpty() && !chosen.isEmpty()) {
            problems.add(Problem.of(CarField.OPTIONS, Rule.OPTIONS_UNCHECKED));
        }
        var seen = new HashSet<String>();
        var twice = new HashSet<String>();
        for (String name : chosen) {
            if (!seen.add(name)) {
                if (twice.add(name)) {
                    problems.add(Problem.of(CarField.OPTIONS, Rule.OPTION_TWICE, Texts.shown(name)));
                }
            } else if (known.isPresent() && !known.get().contains(name)) {
                problems.add(Problem.of(CarField.OPTIONS, Rule.UNKNOWN_OPTION, Texts.shown(name)));
            }
        }
        return problems;
    }
}
