package app.forecourt.kill;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import app.forecourt.autochat.SignInOutcome;
import app.forecourt.connection.ProfileClients;
import app.forecourt.http.CountingServer;
import app.forecourt.http.HttpClients;
import app.forecourt.secret.Vault;
import app.forecourt.settings.Preferences;
import app.forecourt.settings.Profile;
import app.forecourt.settings.SystemEnvironment;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * The creation of a home with a stored token. Without a token, five kills before the first token is stored would use
 * up the five token requests an hour.
 */
final class SignedInHome {
    private SignedInHome() {}

    static void create(Path home, CountingServer server) throws IOException {
        var variables = Map.of("FORECOURT_CLIENT_ID", "client", "FORECOURT_CLIENT_SECRET", "s3cr3t");
        var properties = Map.of("forecourt.secrets", "file", "forecourt.staging.url", server.url(""),
                "forecourt.token.url", server.url("/oauth/token"));
        try (Preferences preferences = Preferences.open(home.resolve("preferences.json"),
                new SystemEnvironment(variables::get, properties::get), Runnable::run);
                Vault vault = new Vault(preferences, home.resolve("key").resolve("vault.key"));
                ProfileClients clients = new ProfileClients(preferences, vault, new HttpClients("kill"),
                        Clock.systemUTC())) {
            vault.open();
            assertInstanceOf(SignInOutcome.SignedIn.class, clients.client(Profile.STAGING).signIn());
        }
    }
}
