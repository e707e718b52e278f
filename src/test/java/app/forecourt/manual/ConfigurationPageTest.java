package app.forecourt.manual;

import static app.forecourt.settings.Setting.DEALERSHIP;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.model.stock.StockOrder;
import app.forecourt.photo.store.StoreSettings;
import app.forecourt.settings.Profile;
import app.forecourt.settings.Setting;
import app.forecourt.ui.fx.Theme;
import app.forecourt.ui.words.LanguageBundles;
import app.forecourt.ui.words.Messages;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of environment variables, system properties and stored settings, compared with {@link Setting}. */
class ConfigurationPageTest {
    /** The beginning of the system properties; all other names are of environment variables. */
    private static final String PROPERTY = "forecourt.";

    /** The property that {@code AppDirs} reads. It is no {@code Setting}, because settings are stored in the home. */
    private static final String HOME = "forecourt.home";

    /** Returns the last cell of each row by the code in the first one. */
    private static Map<String, String> lastCells(String header) throws IOException {
        Map<String, String> cells = new TreeMap<>();
        for (List<String> row : ManualPage.read("reference/configuration.md").table(header)) {
            for (String name : ManualPage.code(row.getFirst())) {
                cells.put(name, row.getLast());
            }
        }
        return cells;
    }

    private static Map<String, Setting> settings(Function<Setting, Optional<String>> name) {
        return Arrays.stream(Setting.values())
                .filter(setting -> name.apply(setting).isPresent())
                .collect(toMap(setting -> name.apply(setting).orElseThrow(), Function.identity()));
    }

    private static String defaultCell(Setting setting) {
        return setting.defaultValue().isEmpty() ? "" : "`" + setting.defaultValue() + "`";
    }

    @Test
    void systemPropertiesAndDefaultsMatch() throws IOException {
        Map<String, String> documented = lastCells("| system property | does | default |");
        Map<String, Setting> settings = settings(setting -> setting.source().filter(name -> name.startsWith(PROPERTY)));
        Set<String> names = new TreeSet<>(settings.keySet());
        names.add(HOME);
        assertEquals(names, documented.keySet());
        settings.forEach((name, setting) -> {
            if (!setting.defaultValue().isEmpty()) {
                assertEquals(defaultCell(setting), documented.get(name), name);
            }
        });
    }

    @Test
    void environmentVariablesMatch() throws IOException {
        assertEquals(
                Stream.of(Setting.values())
                        .map(Setting::source)
                        .flatMap(Optional::stream)
                        .filter(name -> !name.startsWith(PROPERTY))
                        .collect(toCollection(TreeSet::new)),
                lastCells("| environment variable | stands in for |").keySet());
    }

    /** The values of a choice are those that have a label in the window, or those that the code lists. */
    @Test
    void valuesOfChoicesMatch() throws IOException {
        Set<String> keys = WindowMessages.startingWith("settings.").keySet();
        Map<String, Set<String>> expected = new TreeMap<>();
        for (String name : List.of("keepSecrets", "theme", "proxy", "country", "taxAmountMeans")) {
            String start = "settings." + name + ".";
            expected.put(
                    name,
                    keys.stream()
                            .filter(key -> key.startsWith(start))
                            .map(key -> key.substring(start.length()))
                            .filter(value -> !value.contains(".") && !value.equals("hint"))
                            // The computer's country is stored as a blank.
                            .filter(value -> !(name.equals("country") && value.equals("system")))
                            .collect(toCollection(TreeSet::new)));
        }
        expected.put("profile", Stream.of(Profile.values()).map(Profile::key).collect(toCollection(TreeSet::new)));
        expected.put("language", new TreeSet<>(LanguageBundles.settingValues()));
        expected.put("textSize", new TreeSet<>(Theme.TEXT_SIZES));
        expected.put("photoPreviews", new TreeSet<>(Set.of("on", "off")));
        expected.put(
                "photoStore",
                Stream.of(StoreSettings.Kind.values()).map(Messages::key).collect(toCollection(TreeSet::new)));
        expected.put("sendUndo", new TreeSet<>(Set.of("on", "off")));
        expected.put(
                "stockOrder",
                Stream.of(StockOrder.values()).map(StockOrder::key).collect(toCollection(TreeSet::new)));
        Map<String, Set<String>> documented = new TreeMap<>();
        for (List<String> row :
                ManualPage.read("reference/configuration.md").table("| name | in the window | values | default |")) {
            Set<String> values = new TreeSet<>(ManualPage.code(row.get(2)));
            if (values.size() > 1) {
                documented.put(ManualPage.code(row.getFirst()).getFirst(), values);
            }
        }
        documented.remove("window");
        assertEquals(expected, documented);
    }

    /** Secrets are in the vault, and the dealership from outside is never stored. */
    @Test
    void storedSettingsAndDefaultsMatch() throws IOException {
        Map<String, String> stored = settings(
                        setting -> Optional.of(setting.key()).filter(_ -> !setting.isSecret() && setting != DEALERSHIP))
                .values()
                .stream()
                .collect(toMap(Setting::key, ConfigurationPageTest::defaultCell));
        assertEquals(new TreeMap<>(stored), lastCells("| name | in the window | values | default |"));
    }
}
