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

        /** Returns the value of a name; empty if it is missing or blank. */
        default Optional<String> find(String name) {
            return Optional.ofNullable(get(name)).filter(value -> !value.isBlank());
        }
    }

    public static SystemEnvironment ofProcess() {
        return new SystemEnvironment(System::getenv, System::getProperty);
    }

    /** Returns the value that fixes a setting. Blank values are ignored. */
    Optional<String> value(Setting setting) {
        return setting.source().flatMap(name -> properties.find(name).or(() -> variables.find(name)));
    }

    /** Returns the name of the property or variable that fixes a setting. */
    Optional<String> source(Setting setting) {
        return setting.source().filter(_ -> value(setting).isPresent());
    }
}
