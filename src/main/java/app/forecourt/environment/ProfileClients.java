package app.forecourt.environment;

import app.forecourt.autochat.AutochatClient;
import app.forecourt.autochat.TokenProvider;
import app.forecourt.autochat.token.Connection;
import app.forecourt.autochat.token.InMemoryTokenStore;
import app.forecourt.autochat.token.PersistentTokenStore;
import app.forecourt.http.AllowedTargets;
import app.forecourt.http.HttpClients;
import app.forecourt.http.UrlCheck;
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
 * The AutoChat behind each profile. Nothing is made before it is asked for: the practice server starts with the first
 * use of Practice, a client with the first use of its profile, and a changed setting makes a new client.
 */
public final class ProfileClients implements AutoCloseable {
    /** Seconds for a keychain to answer when only words hang on it. */
    private static final int SETTLED_WITHIN = 1;

    private final Vault vault;
    private final DealershipRepository dealerships;
    private final ConnectionSettings connections;
    private final HttpClients http;
    private final Clock clock;
    private final TokenProvider tokens;
    private final TokenProvider practiceTokens;
    private final RdwClient rdw;
    private final RdwClient practiceRegister;
    private final Map<Profile, Made> clients = new EnumMap<>(Profile.class);
    private @Nullable PracticeServer practice;

    private record Made(Connection connection, AutochatClient client) {}

    /** The environments as the preferences say, now and later. */
    public ProfileClients(Preferences preferences, Vault vault, HttpClients http, Clock clock) {
        this.vault = vault;
        this.dealerships = new DealershipRepository(preferences, PracticeServer.DEALERSHIP_ID);
        this.connections = new ConnectionSettings(preferences, vault);
        this.http = http;
        this.clock = clock;
        this.tokens = new TokenProvider(new PersistentTokenStore(vault, preferences), vault.redaction(),
                clock, http);
        this.practiceTokens = new TokenProvider(new InMemoryTokenStore(), Redaction.none(), clock, http);
        this.rdw = new RdwClient(() -> preferences.get(Setting.REGISTER_ADDRESS), http, clock);
        this.practiceRegister = new RdwClient(() -> practiceServer().address().toString(), http, clock);
    }

    /**
     * The client of a profile as it is set now. May start the practice server: not for the window's thread.
     */
    public AutochatClient client(Profile profile) {
        return made(profile, connection(profile));
    }

    /**
     * The same, unless the profile stands for another address now. Looked up once: a setting that changes meanwhile
     * takes nothing elsewhere.
     *
     * @param address as {@link #address} gave it
     */
    public Optional<AutochatClient> client(Profile profile, String address) {
        Connection connection = connection(profile);
        return address(profile, connection).equals(address) ? Optional.of(made(profile, connection))
                : Optional.empty();
    }

    private synchronized AutochatClient made(Profile profile, Connection connection) {
        Made made = clients.get(profile);
        if (made == null || !made.connection.equals(connection)) {
            made = new Made(connection, client(connection));
            clients.put(profile, made);
        }
        return made.client;
    }

    /** A client for a connection that is not kept yet, to test it; its token is kept for later use. */
    public AutochatClient client(Connection connection) {
        return new AutochatClient(connection,
                connection.profile() == Profile.PRACTICE ? practiceTokens : tokens, clock, http);
    }

    /** The register in which a profile looks plates up: practice has its own, so that nothing leaves the desk. */
    public RdwClient register(Profile profile) {
        return profile == Profile.PRACTICE ? practiceRegister : rdw;
    }

    /** Prepares to fetch a photo; nothing happens before {@link PhotoFetch#run()}. */
    public PhotoFetch photo(String address) {
        return new PhotoFetch(address, http, AllowedTargets.PUBLIC, PhotoFetch.PATIENCE);
    }

    /** The dealerships that cars belong to. */
    public DealershipRepository dealerships() {
        return dealerships;
    }

    /**
     * The root address that a profile stands for now, the same at every start; what was to go to another one does not
     * go to this.
     */
    public String address(Profile profile) {
        return profile == Profile.PRACTICE ? profile.key() : connections.address(profile).toString();
    }

    /** Practice's server has another port at each start. */
    private static String address(Profile profile, Connection connection) {
        return profile == Profile.PRACTICE ? profile.key() : connection.address().toString();
    }

    /** Whether there is anything to sign in with. */
    public boolean isSetUp(Profile profile) {
        return profile == Profile.PRACTICE || connections.isSetUp(profile);
    }

    /** The same once the vault has been opened, which may be waited for. Not for the window's thread. */
    public boolean isSetUpAtLast(Profile profile) {
        if (!isSetUp(profile)) {
            vault.await();
        }
        return isSetUp(profile);
    }

    /**
     * Returns where the tokens of a profile are kept, {@link SecretStorage#UNDECIDED} when the keychain takes its time. Not
     * for the window's thread.
     */
    public SecretStorage keeping(Profile profile) {
        return profile == Profile.PRACTICE ? SecretStorage.RUN_ONLY
                : vault.settle().completeOnTimeout(vault.state(), SETTLED_WITHIN, TimeUnit.SECONDS).join()
                        .keeping();
    }

    /** Asks a keychain that is locked once more, and waits a while for it. Not for the window's thread. */
    public void unlock() {
        vault.unlock();
    }

    /** Where people look at what AutoChat has; empty when the profile's address may not be used. */
    public Optional<URI> dashboard(Profile profile) {
        if (profile != Profile.PRACTICE && connections.owner(profile).isPresent()) {
            return Optional.empty();
        }
        URI typed = profile == Profile.PRACTICE ? practiceServer().address() : connections.address(profile);
        return UrlPolicy.root(typed.toString()) instanceof UrlCheck.Allowed(var root)
                ? Optional.of(root)
                : Optional.empty();
    }

    /** The practice server, once Practice has been used. */
    public synchronized Optional<PracticeServer> practice() {
        return Optional.ofNullable(practice);
    }

    private Connection connection(Profile profile) {
        if (profile != Profile.PRACTICE) {
            return connections.of(profile);
        }
        PracticeServer server = practiceServer();
        return new Connection(Profile.PRACTICE, server.address(), server.tokenAddress(),
                PracticeServer.CLIENT_ID, PracticeServer.CLIENT_SECRET);
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
