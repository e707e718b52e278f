package app.forecourt.connection;

import app.forecourt.autochat.token.AutochatConnection;
import app.forecourt.http.UrlPolicy;
import app.forecourt.secret.Vault;
import app.forecourt.settings.Preferences;
import app.forecourt.settings.Profile;
import app.forecourt.settings.Setting;
import app.forecourt.text.CredentialCleaner;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.function.Function;

/** The connections to staging and production by the current preferences. */
public final class ConnectionSettingsReader {
    private static final URI INVALID_ADDRESS = URI.create("unreadable:address");

    private final Preferences preferences;
    private final Vault vault;

    public ConnectionSettingsReader(Preferences preferences, Vault vault) {
        this.preferences = preferences;
        this.vault = vault;
    }

    /** The settings that belong to a single profile. */
    private record ProfileSettings(Setting clientId, Setting clientSecret, Setting address) {

        static ProfileSettings of(Profile profile) {
            return switch (profile) {
                case STAGING ->
                    new ProfileSettings(
                            Setting.STAGING_CLIENT_ID, Setting.STAGING_CLIENT_SECRET, Setting.STAGING_ADDRESS);
                case PRODUCTION ->
                    new ProfileSettings(
                            Setting.PRODUCTION_CLIENT_ID, Setting.PRODUCTION_CLIENT_SECRET, Setting.PRODUCTION_ADDRESS);
                case PRACTICE -> throw new IllegalArgumentException("practice has no settings");
            };
        }
    }

    /**
     * Returns the other profile if the address of a profile belongs to it; else empty. That is so if its host is the
     * default host of the other profile. It is also so if both profiles have the same host, unless it is this profile's
     * default host. A car for one profile would otherwise be sent to the other.
     *
     * <p>Loopback addresses, such as test servers, belong to no profile.
     */
    public static Optional<Profile> otherOwner(Profile profile, Function<Setting, String> values) {
        Profile other = profile == Profile.STAGING ? Profile.PRODUCTION : Profile.STAGING;
        Setting ownAddress = ProfileSettings.of(profile).address();
        Setting otherAddress = ProfileSettings.of(other).address();
        Optional<String> host = UrlPolicy.host(values.apply(ownAddress)).filter(name -> !UrlPolicy.isLoopback(name));
        boolean isOther = host.equals(UrlPolicy.host(otherAddress.defaultValue()))
                || (host.equals(UrlPolicy.host(values.apply(otherAddress)))
                        && !host.equals(UrlPolicy.host(ownAddress.defaultValue())));
        return Optional.of(other).filter(_ -> host.isPresent() && isOther);
    }

    /**
     * Returns the connection of a profile. May wait for the system's keychain.
     *
     * @throws IllegalArgumentException for practice, because only the running practice server knows its address
     */
    public AutochatConnection of(Profile profile) {
        return of(profile, setting -> setting.isSecret() ? vault.secret(setting) : preferences.get(setting));
    }

    /** Returns the connection of a profile with given values, to test them before they are saved. */
    public AutochatConnection of(Profile profile, Function<Setting, String> values) {
        ProfileSettings own = ProfileSettings.of(profile);
        boolean shared = values.apply(own.clientId()).isBlank();
        Setting id = shared ? Setting.CLIENT_ID : own.clientId();
        Setting secret = shared ? Setting.CLIENT_SECRET : own.clientSecret();
        return new AutochatConnection(
                profile,
                uri(values.apply(own.address())),
                uri(values.apply(Setting.TOKEN_ADDRESS)),
                CredentialCleaner.clean(values.apply(id)),
                CredentialCleaner.clean(values.apply(secret)),
                otherOwner(profile, values));
    }

    /** Returns the other profile if the stored address of a profile belongs to it; else empty. */
    public Optional<Profile> otherOwner(Profile profile) {
        return otherOwner(profile, preferences::get);
    }

    /** Returns the root address of a profile; an address that no client accepts if the text is no URI. */
    public URI address(Profile profile) {
        return uri(preferences.get(ProfileSettings.of(profile).address()));
    }

    /** Returns whether a profile has a client id and a client secret. Does not wait for the keychain. */
    public boolean isSetUp(Profile profile) {
        ProfileSettings own = ProfileSettings.of(profile);
        boolean shared = preferences.get(own.clientId()).isBlank();
        return !preferences.get(shared ? Setting.CLIENT_ID : own.clientId()).isBlank()
                && vault.has(shared ? Setting.CLIENT_SECRET : own.clientSecret());
    }

    /** Converts a text. A text that is no URI becomes an address that no client accepts. */
    private static URI uri(String text) {
        try {
            return new URI(text.strip());
        } catch (URISyntaxException typo) {
            return INVALID_ADDRESS;
        }
    }
}
