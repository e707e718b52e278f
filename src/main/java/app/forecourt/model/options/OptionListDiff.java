package app.forecourt.model.options;

import app.forecourt.option.CarOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Difference between two option lists. A changed display name is no difference. An option missing from an incomplete
 * list is none either.
 */
public record OptionListDiff(List<CarOption> added, List<CarOption> gone) {
    static final OptionListDiff NONE = new OptionListDiff(List.of(), List.of());

    static OptionListDiff between(LoadedOptionList oldList, LoadedOptionList newList) {
        return new OptionListDiff(onlyIn(newList, oldList), onlyIn(oldList, newList));
    }

    public boolean isEmpty() {
        return added.isEmpty() && gone.isEmpty();
    }

    private static List<CarOption> onlyIn(LoadedOptionList list, LoadedOptionList other) {
        Set<String> names = other.options().stream().map(CarOption::name).collect(Collectors.toSet());
        return list.options().stream()
                .filter(option -> other.complete() && !names.contains(option.name()))
                .toList();
    }
}
