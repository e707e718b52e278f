package app.forecourt.environment;

import app.forecourt.autochat.token.Connection;
import app.forecourt.http.UrlPolicy;
import app.forecourt.secret.Vault;
import app.forecourt.settings.CredentialCleaner;
import app.forecourt.settings.Preferences;
import app.forecourt.settings.Profile;
import app.forecourt.settings.Setting;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.function.Function;

/** How to reach staging and production, as this desk is set up now. */
public final class ConnectionSettings {
    private static final URI NO_ADDRESS = URI.create("unreadable:address");

    private final Preferences preferences;
    private final Vault vault;

    public ConnectionSettings(Preferences preferences, Vault vault) {
        this.preferences = preferences;
        this.vault = vault;
    }

    /** The settings that one profile has to itself. */
    private record Own(Setting clientId, Setting clientSecret, Setting address) {

        static Own of(Profile profile) {
            return switch (profile) {
                case STAGING -> new Own(Setting.STAGING_CLIENT_ID, Setting.STAGING_CLIENT_SECRET,
                        Setting.STAGING_ADDRESS);
                case PRODUCTION -> new Own(Setting.PRODUCTION_CLIENT_ID, Setting.PRODUCTION_CLIENT_SECRET,
                        Setting.PRODUCTION_ADDRESS);
                case PRACTICE -> throw new IllegalArgumentException("practice has no settings");
            };
        }
    }

    /**
     * The profile that a profile's address belongs to when it is not its own: it is AutoChat's known address of the
     * other one, or the same host as the other one's. A car meant for one would go to the other. Stand-ins on this
     * computer belong to nobody.
     */
    public static Optional<Profile> owner(Profile profile, Function<Setting, String> values) {
        Profile other = profile == Profile.STAGING ? Profile.PRODUCTION : Profile.STAGING;
        Setting here = Own.of(profile).address();
        Setting there = Own.of(other).address();
        Optional<String> host = UrlPolicy.host(values.apply(here))
                .filter(name -> !UrlPolicy.isLoopback(name));
        boolean ofThem = host.equals(UrlPolicy.host(there.standard()))
                || (host.equals(UrlPolicy.host(values.apply(there)))
                        && !host.equals(UrlPolicy.host(here.standard())));
        return Optional.of(other).filter(any -> host.isPresent() && ofThem);
    }

    /**
     * A profile's connection. May wait for the system's keychain.
     *
     * @throws IllegalArgumentException for practice, whose address is known only to the server that runs it
     */
    public Connection of(Profile profile) {
        return of(profile, setting -> setting.isSecret() ? vault.secret(setting) : preferences.get(setting));
    }

    /** The same with other values, to test them before they are kept. */
    public Connection of(Profile profile, Function<Setting, String> values) {
        Own own = Own.of(profile);
        boolean shared = values.apply(own.clientId()).isBlank();
        Setting id = shared ? Setting.CLIENT_ID : own.clientId();
        Setting secret = shared ? Setting.CLIENT_SECRET : own.clientSecret();
        return new Connection(profile, uri(values.apply(own.address())),
                uri(values.apply(Setting.TOKEN_ADDRESS)), CredentialCleaner.bare(values.apply(id)),
                CredentialCleaner.bare(values.apply(secret)), owner(profile, values));
    }

    /** The profile that a profile's address belongs to, when that is not its own. */
    public Optional<Profile> owner(Profile profile) {
        return owner(profile, preferences::get);
    }

    /** A profile's root address as it is typed. */
    public URI address(Profile profile) {
        return uri(preferences.get(Own.of(profile).address()));
    }

    /** Whether there is anything to sign in with. Does not wait. */
    public boolean isSetUp(Profile profile) {
        Own own = Own.of(profile);
        boolean shared = preferences.get(own.clientId()).isBlank();
        return !preferences.get(shared ? Setting.CLIENT_ID : own.clientId()).isBlank()
                && vault.has(shared ? Setting.CLIENT_SECRET : own.clientSecret());
    }

    /** What is typed may be no address at all; it then becomes one that no client accepts. */
    private static URI uri(String text) {
        try {
            return new URI(text.strip());
        } catch (URISyntaxException typo) {
            return NO_ADDRESS;
        }
    }
}
