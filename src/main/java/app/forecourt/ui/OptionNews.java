package app.forecourt.ui;

import app.forecourt.car.Option;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an option list has and had not before, and the other way round. An option that is only called otherwise is no
 * news.
 */
record OptionNews(List<Option> added, List<Option> gone) {
    static final OptionNews NONE = new OptionNews(List.of(), List.of());

    static OptionNews between(List<Option> before, List<Option> now) {
        return new OptionNews(without(now, before), without(before, now));
    }

    boolean isEmpty() {
        return added.isEmpty() && gone.isEmpty();
    }

    private static List<Option> without(List<Option> all, List<Option> others) {
        Set<String> names = others.stream().map(Option::name).collect(Collectors.toSet());
        return all.stream().filter(option -> !names.contains(option.name())).toList();
    }
}
