package app.forecourt.model.options;

import app.forecourt.option.CarOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an option list has and had not before, and the other way round. An option that is only called otherwise is no
 * news; nor is one that a list lacks which is not whole.
 */
public record OptionListDiff(List<CarOption> added, List<CarOption> gone) {
    static final OptionListDiff NONE = new OptionListDiff(List.of(), List.of());

    static OptionListDiff between(LoadedOptionList before, LoadedOptionList now) {
        return new OptionListDiff(without(now, before), without(before, now));
    }

    public boolean isEmpty() {
        return added.isEmpty() && gone.isEmpty();
    }

    private static List<CarOption> without(LoadedOptionList all, LoadedOptionList others) {
        Set<String> names = others.options().stream().map(CarOption::name).collect(Collectors.toSet());
        return all.options().stream().filter(option -> others.whole() && !names.contains(option.name()))
                .toList();
    }
}
