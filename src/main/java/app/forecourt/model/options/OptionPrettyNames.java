package app.forecourt.model.options;

import app.forecourt.option.CarOption;
import app.forecourt.settings.Profile;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Display names of options, from the lists of all profiles. An option of a sent car keeps its name even if the list of
 * another profile lacks it.
 */
public final class OptionPrettyNames {
    /** Profiles by priority, because their lists may name one option differently. */
    private static final List<Profile> PRIORITY = List.of(Profile.PRODUCTION, Profile.STAGING, Profile.PRACTICE);

    private final Map<Profile, List<CarOption>> lists = new EnumMap<>(Profile.class);
    private final ReadOnlyObjectWrapper<Map<String, String>> namesByOption = new ReadOnlyObjectWrapper<>(Map.of());

    public ReadOnlyObjectProperty<Map<String, String>> byApiName() {
        return namesByOption.getReadOnlyProperty();
    }

    /** Adds the list of a profile, and replaces its earlier list. */
    public void addAll(Profile profile, List<CarOption> list) {
        lists.put(profile, list);
        var names = new HashMap<String, String>();
        PRIORITY.stream()
                .flatMap(source -> lists.getOrDefault(source, List.of()).stream())
                .forEach(option -> names.putIfAbsent(option.name(), option.prettyName()));
        if (!names.equals(namesByOption.get())) {
            namesByOption.set(Map.copyOf(names));
        }
    }

    /**
     * Returns the display name of an option on a profile, else on another profile. Derives one from the API name if no
     * list has the option.
     */
    public String displayName(Profile profile, String name) {
        return Stream.concat(
                        lists.getOrDefault(profile, List.of()).stream()
                                .filter(option -> option.name().equals(name))
                                .map(CarOption::prettyName),
                        Stream.ofNullable(namesByOption.get().get(name)))
                .findFirst()
                .orElseGet(() -> CarOption.unlisted(name).prettyName());
    }
}
