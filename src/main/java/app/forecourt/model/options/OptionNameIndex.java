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
 * What people read for options, from the lists of all profiles: what one was sent is called by its name there also where
 * another profile's list lacks it.
 */
public final class OptionNameIndex {
    /** Whose word counts where they call it otherwise. */
    private static final List<Profile> ORDER = List.of(Profile.PRODUCTION, Profile.STAGING, Profile.PRACTICE);

    private final Map<Profile, List<CarOption>> lists = new EnumMap<>(Profile.class);
    private final ReadOnlyObjectWrapper<Map<String, String>> all = new ReadOnlyObjectWrapper<>(Map.of());

    /** By API name. */
    public ReadOnlyObjectProperty<Map<String, String>> all() {
        return all.getReadOnlyProperty();
    }

    /** Takes up a profile's list; the last counts. */
    public void addAll(Profile profile, List<CarOption> list) {
        lists.put(profile, list);
        var names = new HashMap<String, String>();
        ORDER.stream().flatMap(one -> lists.getOrDefault(one, List.of()).stream())
                .forEach(option -> names.putIfAbsent(option.name(), option.prettyName()));
        if (!names.equals(all.get())) {
            all.set(Map.copyOf(names));
        }
    }

    /** What people read on that profile for that API name, else on another. */
    public String of(Profile profile, String name) {
        return Stream.concat(lists.getOrDefault(profile, List.of()).stream()
                .filter(option -> option.name().equals(name)).map(CarOption::prettyName),
                Stream.ofNullable(all.get().get(name))).findFirst()
                .orElseGet(() -> CarOption.unlisted(name).prettyName());
    }
}
