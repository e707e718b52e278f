package app.forecourt.connection;

import app.forecourt.autochat.AutochatClient;
import app.forecourt.autochat.TokenProvider;
import app.forecourt.autochat.token.AutochatConnection;
import app.forecourt.autochat.token.InMemoryTokenStore;
import app.forecourt.autochat.token.PersistentTokenStore;
import app.forecourt.http.HttpClients;
import app.forecourt.http.UntrustedGet;
import app.forecourt.http.UrlPolicy;
import app.forecourt.photo.PhotoFetch;
import app.forecourt.practice.PracticeServer;
import app.forecourt.register.RdwClient;
import app.forecourt.secret.Redaction;
import app.forecourt.secret.SecretStorage;
import app.forecourt.secret.Vault;
import app.forecourt.settings.DealershipRepository;
import app.forecourt.settings.Preferences;
import app.forecourt.settings.Profile;
import app.forecourt.settings.Setting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The clients of each profile, created lazily. The practice server starts with the first use of Practice, a client with
 * the first use of its profile. A changed setting leads to a new client.
 */
public final class ProfileClients implements AutoCloseable {
    /** The timeout in seconds for a keychain if only a displayed text depends on its answer. */
    private static final int SETTLE_TIMEOUT_SECONDS = 1;

    private final Preferences preferences;
    private final Vault vault;
    private final DealershipRepository dealerships;
    private final ConnectionSettingsReader connections;
    private final HttpClients http;
    private final Clock clock;
    private final TokenProvider tokens;
    private final TokenProvider practiceTokens;
    private final RdwClient rdw;
    private final RdwClient practiceRegister;
    private final Map<Profile, CachedClient> clients = new EnumMap<>(Profile.class);
    private @Nullable PracticeServer practice;

    private record CachedClient(AutochatConnection connection, AutochatClient client) {}

    /** Creates the clients for the current and later values of the preferences. */
    public ProfileClients(Preferences preferences, Vault vault, HttpClients http, Clock clock) {
        this.preferences = preferences;
        this.vault = vault;
        this.dealerships = new DealershipRepository(preferences, PracticeServer.DEALERSHIP_ID);
        this.connections = new ConnectionSettingsReader(preferences, vault);
        this.http = http;
        this.clock = clock;
        this.tokens = new TokenProvider(new PersistentTokenStore(vault, preferences), vault.redaction(), clock, http);
        this.practiceTokens = new TokenProvider(new InMemoryTokenStore(), Redaction.none(), clock, http);
        this.rdw = new RdwClient(() -> preferences.get(Setting.REGISTER_ADDRESS), http, clock);
        this.practiceRegister = new RdwClient(() -> practiceServer().address().toString(), http, clock);
    }

    /**
     * Returns the client of a profile for its current settings. May start the practice server and wait for the
     * keychain, so it must not be called on the FX thread.
     */
    public AutochatClient client(Profile profile) {
        return cachedClient(profile, connection(profile));
    }

    /**
     * Returns the client of a profile for its current settings; empty if the profile has another address by now. The
     * settings are read once, so that a change during the call can't send a car to another address.
     *
     * @param address an address that {@link #address} returned
     */
    public Optional<AutochatClient> client(Profile profile, String address) {
        AutochatConnection connection = connection(profile);
        return address(profile, connection).equals(address)
                ? Optional.of(cachedClient(profile, connection))
                : Optional.empty();
    }

    private synchronized AutochatClient cachedClient(Profile profile, AutochatConnection connection) {
        CachedClient cached = clients.get(profile);
        if (cached == null || !cached.connection.equals(connection)) {
            cached = new CachedClient(connection, client(connection));
            clients.put(profile, cached);
        }
        return cached.client;
    }

    /** Creates a client for a connection that is not saved yet, to test it. Its token is stored for later use. */
    public AutochatClient client(AutochatConnection connection) {
        return new AutochatClient(
                connection, connection.profile() == Profile.PRACTICE ? practiceTokens : tokens, clock, http);
    }

    /** Returns the RDW client of a profile. Practice has one of its own, so that no data leaves the computer. */
    public RdwClient rdwClient(Profile profile) {
        return profile == Profile.PRACTICE ? practiceRegister : rdw;
    }

    /** Creates a fetch of a photo, which starts with {@link PhotoFetch#run()}. */
    public PhotoFetch photoFetch(String address) {
        return new PhotoFetch(address, http, UntrustedGet.Targets.PUBLIC, PhotoFetch.PATIENCE);
    }

    /** Returns the user's preferences. */
    public Preferences preferences() {
        return preferences;
    }

    public DealershipRepository dealerships() {
        return dealerships;
    }

    /**
     * Returns the current root address of a profile, which is the same at every start. A submission for one address is
     * never sent to another. For practice the text is the profile's key.
     */
    public String address(Profile profile) {
        return profile == Profile.PRACTICE
                ? profile.key()
                : connections.address(profile).toString();
    }

    /**
     * Returns the address of a connection. Practice returns its key, because its server has another port at each start.
     */
    private static String address(Profile profile, AutochatConnection connection) {
        return profile == Profile.PRACTICE
                ? profile.key()
                : connection.address().toString();
    }

    /** Returns whether a profile has credentials. Does not wait for the keychain. */
    public boolean isSetUp(Profile profile) {
        return profile == Profile.PRACTICE || connections.isSetUp(profile);
    }

    /** Returns whether a profile has credentials. May wait until the vault is open; not for the FX thread. */
    public boolean awaitSetUp(Profile profile) {
        if (!isSetUp(profile)) {
            vault.awaitOpened();
        }
        return isSetUp(profile);
    }

    /**
     * Returns the storage of a profile's tokens; the last known storage if the keychain does not answer within a
     * second. Not for the FX thread.
     */
    public SecretStorage tokenStorage(Profile profile) {
        return profile == Profile.PRACTICE
                ? SecretStorage.RUN_ONLY
                : vault.decideStorage()
                        .completeOnTimeout(vault.state(), SETTLE_TIMEOUT_SECONDS, TimeUnit.SECONDS)
                        .join()
                        .storage();
    }

    /** Asks a locked keychain again and waits for a limited time. Not for the FX thread. */
    public void unlock() {
        vault.unlock();
    }

    /** Returns the web page of AutoChat's stock; empty if the profile's address may not be used. */
    public Optional<URI> dashboard(Profile profile) {
        if (profile != Profile.PRACTICE && connections.otherOwner(profile).isPresent()) {
            return Optional.empty();
        }
        URI address = profile == Profile.PRACTICE ? practiceServer().address() : connections.address(profile);
        return UrlPolicy.checkRoot(address.toString()) instanceof UrlPolicy.Result.Allowed(var root)
                ? Optional.of(root)
                : Optional.empty();
    }

    /** Returns the practice server; empty until Practice is used. */
    public synchronized Optional<PracticeServer> runningPractice() {
        return Optional.ofNullable(practice);
    }

    private AutochatConnection connection(Profile profile) {
        if (profile != Profile.PRACTICE) {
            return connections.of(profile);
        }
        PracticeServer server = practiceServer();
        return new AutochatConnection(
                Profile.PRACTICE,
                server.address(),
                server.tokenAddress(),
                PracticeServer.CLIENT_ID,
                PracticeServer.CLIENT_SECRET);
    }

    private synchronized PracticeServer practiceServer() {
        if (practice == null) {
            try {
                practice = PracticeServer.start();
            } catch (IOException noLoopback) {
                throw new UncheckedIOException(noLoopback);
            }
        }
        return practice;
    }

    @Override
    public synchronized void close() {
        if (practice != null) {
            practice.close();
            practice = null;
        }
    }
}
