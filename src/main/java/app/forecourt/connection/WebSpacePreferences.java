package app.forecourt.connection;

import app.forecourt.photo.store.HostIdentities;
import app.forecourt.photo.store.HostIdentity;
import app.forecourt.photo.store.StoreSettings;
import app.forecourt.secret.Vault;
import app.forecourt.settings.Preferences;
import app.forecourt.settings.Setting;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The web space for photos by the current preferences, and the identities of its hosts that the user accepted. */
public final class WebSpacePreferences implements HostIdentities {
    private final Preferences preferences;
    private final Vault vault;

    public WebSpacePreferences(Preferences preferences, Vault vault) {
        this.preferences = preferences;
        this.vault = vault;
    }

    /**
     * Returns whether a web space is set up without a fault, with a password for it. Reads memory only: it waits
     * neither for the keychain nor for the disk, because the worker on photos asks within its lock.
     */
    public boolean isSetUp() {
        return validSettings().isPresent()
                && vault.has(Setting.PHOTO_SECRET)
                && vault.otherAddress(Setting.PHOTO_SECRET).isEmpty();
    }

    /** Returns the settings of a web space with given values, to test them before they are saved. */
    public static Optional<StoreSettings> of(Function<Setting, String> values) {
        String kind = values.apply(Setting.PHOTO_STORE).toUpperCase(Locale.ROOT);
        return Arrays.stream(StoreSettings.Kind.values())
                .filter(value -> value.name().equals(kind))
                .findFirst()
                .map(value -> new StoreSettings(
                        value,
                        values.apply(Setting.PHOTO_ADDRESS),
                        port(values.apply(Setting.PHOTO_PORT)),
                        values.apply(Setting.PHOTO_FOLDER),
                        values.apply(Setting.PHOTO_USER),
                        values.apply(Setting.PHOTO_PUBLIC_ADDRESS)));
    }

    /** Returns a number that the settings refuse if the text is none. */
    private static int port(String text) {
        try {
            return text.isBlank() ? 0 : Integer.parseInt(text.strip());
        } catch (NumberFormatException typo) {
            return -1;
        }
    }

    /** Returns the password of the web space. May wait for the system's keychain. */
    public String secret() {
        return vault.secret(Setting.PHOTO_SECRET);
    }

    /** Returns the settings of the web space; empty if the user chose none, or one of an earlier version. */
    public Optional<StoreSettings> validSettings() {
        return of(preferences::get).filter(settings -> settings.check().isEmpty());
    }

    /**
     * Returns whether the web space still has these settings. A password that was read between two such settings
     * belongs to them, because the vault returns no password of another address.
     */
    public boolean isCurrent(StoreSettings settings) {
        return validSettings().equals(Optional.of(settings));
    }

    @Override
    public Optional<String> accepted(HostIdentity.Key key) {
        return lines().filter(line -> line.startsWith(text(key) + "="))
                .findFirst()
                .map(line -> line.substring(text(key).length() + 1));
    }

    /** Keeps an identity that the user accepted. It replaces an earlier one of the same host. */
    public void accept(HostIdentity identity) {
        preferences.put(
                Setting.PHOTO_HOSTS,
                linesWithout(identity.key()) + text(identity.key()) + "=" + identity.fingerprint());
    }

    /** Forgets the accepted identity of a host, so that the next one has to be accepted again. */
    public void forget(HostIdentity.Key key) {
        preferences.put(Setting.PHOTO_HOSTS, linesWithout(key));
    }

    private String linesWithout(HostIdentity.Key key) {
        return lines().filter(line -> !line.startsWith(text(key) + "="))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private Stream<String> lines() {
        return preferences.get(Setting.PHOTO_HOSTS).lines();
    }

    private static String text(HostIdentity.Key key) {
        return key.kind().name().toLowerCase(Locale.ROOT) + " " + key.host() + " " + key.port();
    }
}
