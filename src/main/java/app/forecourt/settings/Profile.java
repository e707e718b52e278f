package app.forecourt.settings;

import java.util.Locale;
import java.util.Optional;

/**
 * Which AutoChat a car is sent to: the word that users know as the environment. How to reach each is told by the
 * {@link Setting}s; that practice needs none, that production is asked about first, and that a car goes there from
 * staging is said where it is done.
 */
public enum Profile {
    /** The stand-in inside this program: nothing leaves the computer. */
    PRACTICE,
    /** AutoChat's test environment. */
    STAGING,
    /** The real one: cars go live. */
    PRODUCTION;

    /** The lower-case name used in settings, system properties and resource keys. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The profile of that name, whatever its case. */
    public static Optional<Profile> ofKey(String key) {
        for (Profile profile : values()) {
            if (profile.key().equals(key.strip().toLowerCase(Locale.ROOT))) {
                return Optional.of(profile);
            }
        }
        return Optional.empty();
    }
}
