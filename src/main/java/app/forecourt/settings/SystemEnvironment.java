package app.forecourt.settings;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The environment variables and system properties the program was started with.
 *
 * @param variables looks up an environment variable
 * @param properties looks up a system property
 */
public record SystemEnvironment(Lookup variables, Lookup properties) {

    /** A name's value, null when there is none. */
    @FunctionalInterface
    public interface Lookup {
        @Nullable
        String of(String name);

        private boolean has(String name) {
            String value = of(name);
            return value != null && !value.isBlank();
        }
    }

    /** Those of this process. */
    public static SystemEnvironment ofProcess() {
        return new SystemEnvironment(System::getenv, System::getProperty);
    }

    /** What they say of a setting; blank is nothing. */
    Optional<String> value(Setting setting) {
        return setting.property().filter(properties::has).map(properties::of)
                .or(() -> setting.variable().filter(variables::has).map(variables::of));
    }

    /** The name of the property or variable that says it. */
    Optional<String> source(Setting setting) {
        return setting.property().filter(properties::has).or(() -> setting.variable().filter(variables::has));
    }
}
