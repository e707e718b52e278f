package app.forecourt.settings;

import java.util.Locale;
import java.util.Optional;

/**
 * The AutoChat environment that a car is sent to. The user interface says “environment”. The {@link Setting}s contain
 * the addresses and credentials of staging and production.
 */
public enum Profile {
    /** The practice server inside this program; no data leaves the computer. */
    PRACTICE,
    /** AutoChat's test environment. */
    STAGING,
    /** AutoChat's production environment; cars go live. */
    PRODUCTION;

    /** Returns the lower-case name for settings, system properties and resource keys. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the profile at the start: the profile from outside, else the last one, else staging if credentials exist.
     */
    public static Profile atStart(Preferences preferences) {
        boolean hasSecret = preferences.fixedBy(Setting.CLIENT_SECRET).isPresent()
                || preferences
                        .entry(Preferences.Section.SEALED, Setting.CLIENT_SECRET.key())
                        .isPresent()
                || !preferences.stored(Setting.CLIENT_SECRET).isBlank();
        return ofKey(preferences.get(Setting.PROFILE))
                .or(() -> ofKey(preferences.stored(Setting.PROFILE)))
                .orElse(!hasSecret || preferences.get(Setting.CLIENT_ID).isBlank() ? PRACTICE : STAGING);
    }

    /** Returns the profile with a key; upper and lower case are equal. */
    public static Optional<Profile> ofKey(String key) {
        for (Profile profile : values()) {
            if (profile.key().equals(key.strip().toLowerCase(Locale.ROOT))) {
                return Optional.of(profile);
            }
        }
        return Optional.empty();
    }
}
