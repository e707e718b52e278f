package app.forecourt.ui;

import app.forecourt.option.CarOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an option list has and had not before, and the other way round. An option that is only called otherwise is no
 * news; nor is one that a list lacks which is not whole.
 */
record OptionNews(List<CarOption> added, List<CarOption> gone) {
    static final OptionNews NONE = new OptionNews(List.of(), List.of());

    static OptionNews between(OptionListing before, OptionListing now) {
        return new OptionNews(without(now, before), without(before, now));
    }

    boolean isEmpty() {
        return added.isEmpty() && gone.isEmpty();
    }

    private static List<CarOption> without(OptionListing all, OptionListing others) {
        Set<String> names = others.options().stream().map(CarOption::name).collect(Collectors.toSet());
        return all.options().stream().filter(option -> others.whole() && !names.contains(option.name()))
                .toList();
    }
}
