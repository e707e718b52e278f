package app.forecourt.settings;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The environment variables and system properties of the program's start.
 *
 * @param variables lookup of environment variables
 * @param properties lookup of system properties
 */
public record SystemEnvironment(Lookup variables, Lookup properties) {

    /** A lookup of values by name. */
    @FunctionalInterface
    public interface Lookup {
        /** Returns the value of a name, or null if there is none. */
        @Nullable
        String get(String name);

        private boolean has(String name) {
            String value = get(name);
            return value != null && !value.isBlank();
        }
    }

    /** Returns the environment of this process. */
    public static SystemEnvironment ofProcess() {
        return new SystemEnvironment(System::getenv, System::getProperty);
    }

    /** Returns the value that fixes a setting; the property precedes the variable. Blank values are ignored. */
    Optional<String> value(Setting setting) {
        return setting.property().filter(properties::has).map(properties::get)
                .or(() -> setting.variable().filter(variables::has).map(variables::get));
    }

    /** Returns the name of the property or variable that fixes a setting. */
    Optional<String> source(Setting setting) {
        return setting.property().filter(properties::has).or(() -> setting.variable().filter(variables::has));
    }
}
