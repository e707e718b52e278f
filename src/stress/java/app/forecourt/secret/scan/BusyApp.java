package app.forecourt.secret.scan;

import static app.forecourt.autochat.FakeAutochat.answer;
import static app.forecourt.autochat.FakeAutochat.inTurn;
import static app.forecourt.autochat.FakeAutochat.json;
import static app.forecourt.autochat.FakeAutochat.token;

import app.forecourt.autochat.FakeAutochat;
import app.forecourt.autochat.OptionsOutcome;
import app.forecourt.autochat.SignInOutcome;
import app.forecourt.autochat.json.CarJsonWriter;
import app.forecourt.autochat.token.AutochatConnection;
import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.SampleCars;
import app.forecourt.connection.ConnectionSettingsReader;
import app.forecourt.connection.ProfileClients;
import app.forecourt.home.AppDirs;
import app.forecourt.http.HttpClients;
import app.forecourt.http.ShortTimeouts;
import app.forecourt.journal.Journal;
import app.forecourt.journey.ShownTexts;
import app.forecourt.secret.Redaction;
import app.forecourt.send.Outbox;
import app.forecourt.send.SubmissionClaims;
import app.forecourt.settings.Profile;
import app.forecourt.settings.Setting;
import app.forecourt.start.CrashReporter;
import app.forecourt.start.Log;
import app.forecourt.stock.EditPosition;
import app.forecourt.stock.Submission;
import app.forecourt.testing.LongWait;
import app.forecourt.testing.SettableClock;
import app.forecourt.testing.TestHome;
import app.forecourt.testing.TypedCars;
import app.forecourt.transfer.SupportFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.logging.Level;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okio.Buffer;

/**
 * The program's services on a day with every possible failure. The server quotes every secret that it receives, in
 * every form.
 */
final class BusyApp implements AutoCloseable {
    static final String SECRET = "Gheim/?~>is\"&7fQ2xv9RkL0pWz3TnB8cYd5s_é-Ende/+\"&x";
    static final String FIRST = "first/?~>ken\"&aZ81kq0LmVx4RtYw7NsBe2Gh_-9cJ/+\"&oP";
    static final String SECOND = "other/?~>ken\"&Qw93hd6FbKz1UpXm8RvTa5Lc_-4nS/+\"&eD";
    /** A token in an invalid token response. */
    static final String LOST = "stray/?~>ken\"&Jy27gs5HcNb0WqPl3ZtMf6Rk_-1vX/+\"&uA";
    /** A secret that is entered in the settings for a connection test, and never saved. */
    static final String TYPED = "typed/?~>ong\"&Dk48jr1GvCy9SnOw6EbIx2Lt_-7mQ/+\"&hF";
    /** A token that was never registered. */
    static final String FOREIGN =
            "eyJhbGciOiJSUzI1NiIsImtpZCI6IjEyMyJ9.eyJzdWIiOiJzb21lYm9keSBlbHNlIn0.c2lnbmVkLWJ5LW5vYm9keQ";

    final FakeAutochat autochat = new FakeAutochat(InetAddress.ofLiteral("127.0.0.1"));
    /** The texts that the window would show, and the texts of {@code toString()}. */
    final Map<String, String> shown = new LinkedHashMap<>();

    final List<String> states = new ArrayList<>();
    private final SettableClock clock = new SettableClock();
    private final TestHome home;
    private final AppDirs dirs;
    private final BlockingQueue<Submission> changed = new LinkedBlockingQueue<>();
    private final Log log;
    private ProfileClients clients;
    /** True while the server does not answer. */
    private volatile boolean isSilent;

    private Journal journal;
    private Outbox outbox;

    BusyApp(Path directory, Redaction redaction) throws IOException {
        home = new TestHome(directory, clock);
        home.redaction = redaction;
        home.properties.putAll(properties());
        dirs = new AppDirs(directory);
        log = new Log(dirs.logs(), clock::getZone, redaction);
        open();
    }

    private void open() {
        clients = home.clients(new HttpClients("test", ShortTimeouts.LONG, ShortTimeouts.when(_ -> isSilent)));
        journal = home.journal();
        outbox = new Outbox(
                journal, clients, SubmissionClaims.NOT_SHARED, Thread::startVirtualThread, clock, changed::add);
        outbox.start();
        log.writeStart("test");
    }

    Map<String, String> properties() {
        return Map.of(
                "forecourt.staging.url",
                autochat.url(""),
                "forecourt.production.url",
                autochat.url(""),
                "forecourt.token.url",
                autochat.url("/oauth/token"));
    }

    private void closeServices() {
        outbox.close();
        home.close();
    }

    String vaultKey() {
        return home.keychain.key.orElseThrow();
    }

    /** Returns a secret in all forms that a server can quote. */
    private static String quoted(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        byte[] bearer = ("Bearer " + secret).getBytes(StandardCharsets.UTF_8);
        byte[] pair = ("ab" + secret + "cd").getBytes(StandardCharsets.UTF_8);
        Base64.Encoder base64 = Base64.getEncoder();
        return String.join(
                " ",
                secret,
                base64.encodeToString(bytes),
                base64.encodeToString(bearer),
                base64.encodeToString(pair),
                Base64.getUrlEncoder().withoutPadding().encodeToString(pair),
                HexFormat.of().formatHex(bytes),
                HexFormat.of().withUpperCase().formatHex(bytes),
                URLEncoder.encode(secret, StandardCharsets.UTF_8));
    }

    private static String violation(String text) {
        return "{\"violations\": [{\"propertyPath\": \"vin\", \"message\": " + inJson(text) + "}], \"detail\": "
                + inJson("refused for " + text) + ", \"WVWZZZ1JZ3W386752\": 1}";
    }

    /** Returns a JSON string as PHP writes it. */
    private static String inJson(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("/", "\\/") + "\"";
    }

    /** Returns HTML text as PHP writes it. */
    private static String inHtml(String text) {
        return text.replace("&", "&amp;")
                .replace("\"", "&quot;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }

    void run() throws IOException {
        clients.client(Profile.PRACTICE).loadOptions();
        home.preferences().put(Setting.CLIENT_ID, "the-client");
        home.vault().put(Setting.CLIENT_SECRET, SECRET).join();
        failSignIns();
        autochat.tokens = inTurn(token(FIRST.replace("\"", "\\\"")), token(SECOND.replace("\"", "\\\"")));
        skipRateLimit();
        loadOptions();
        sendCars();
        reportFault();
        TypedCars.save(journal, UUID.randomUUID(), CarDraft.EMPTY.with(CarField.BRAND, "bmw"), Set.of());
        journal.saveEditPosition(new EditPosition(UUID.randomUUID(), "brand", 0.5));
        journal.backUp();
        closeServices();
        open();
        send("after a restart", answer(201, "application/json", "{\"id\": " + inJson(quoted(SECOND)) + "}"));
        new SupportFile(home.preferences(), home.vault(), new SupportFile.Program("test", dirs.logs()), clock)
                .write(home.resolve("support.zip"));
        collectObjectTexts();
    }

    /** Moves the clock, because the rate limit would block the sixth token request. */
    private void skipRateLimit() {
        clock.advance(Duration.ofHours(1));
    }

    private void failSignIns() {
        String told = "\"error\": \"access_denied\", \"error_description\": ";
        var bodies = new ArrayList<MockResponse>();
        bodies.add(json(401, "{" + told + inJson("no client with " + quoted(SECRET)) + "}"));
        bodies.add(answer(403, "text/html", "<title>No " + quoted(SECRET) + "</title>")
                .build());
        bodies.add(json(500, "{" + told + inJson(FOREIGN) + "}"));
        bodies.add(json(200, "{\"id_token\": " + inJson(LOST) + ", \"token\": " + inJson(quoted(LOST)) + "}"));
        bodies.add(answer(200, "application/json", "{\"access_token\": " + inJson(LOST))
                .setHeader("Content-Length", 500)
                .onResponseEnd(new SocketEffect.CloseSocket())
                .build());
        for (MockResponse body : bodies) {
            failSignIn(body);
        }
        isSilent = true;
        failSignIn(answer(200, "application/json", "{}")
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());
        isSilent = false;
        autochat.tokens = inTurn(json(401, "{" + told + inJson("no client with " + quoted(TYPED)) + "}"));
        show("typed", clients.client(connection(TYPED)).signIn());
    }

    private void failSignIn(MockResponse body) {
        autochat.tokens = inTurn(body);
        send("sign-in", answer(201, "application/json", "{}"));
        skipRateLimit();
    }

    private void show(String label, SignInOutcome signIn) {
        shown.put(label + ", itself", signIn.toString());
        if (signIn instanceof SignInOutcome.Refused(var failure)) {
            shown.put(label, ShownTexts.of(failure));
        }
    }

    private AutochatConnection connection(String secret) {
        return new AutochatConnection(
                Profile.STAGING,
                URI.create(autochat.url("")),
                URI.create(autochat.url("/oauth/token")),
                "the-client",
                secret);
    }

    private void loadOptions() {
        autochat.options =
                inTurn(json(200, "[{\"name\": \"abs\", \"prettyName\": " + inJson("ABS for " + quoted(FIRST)) + "}]"));
        OptionsOutcome options = clients.client(Profile.STAGING).loadOptions();
        shown.put("options", options.toString());
        if (options instanceof OptionsOutcome.Loaded(var list, var whole)) {
            journal.saveOptions(Profile.STAGING, autochat.url(""), list, whole);
        }
        autochat.options = inTurn(json(403, "{\"message\": " + inJson("no " + quoted(FIRST)) + "}"));
        shown.put(
                "options refused", clients.client(Profile.STAGING).loadOptions().toString());
    }

    private void sendCars() {
        send(
                "accepted",
                answer(
                        201,
                        "application/json; token=" + FIRST.replaceAll("[^\\w]", ""),
                        "{\"@id\": " + inJson(FIRST) + ", \"debug\": " + inJson(quoted(FIRST)) + "}"));
        send("accepted, without a body", answer(201, "text/plain", "").addHeader("Location", "/cars/" + FIRST));
        send("rejected", answer(422, "application/problem+json", violation(quoted(FIRST))));
        send("rejected for the secret", answer(400, "application/json", violation(quoted(SECRET))));
        send("rejected in HTML", answer(404, "text/html", "<p>No " + inHtml(FIRST) + "</p>"));
        send(
                "rejected in two bytes",
                new MockResponse.Builder()
                        .code(409)
                        .body(new Buffer().writeString("no " + FIRST, StandardCharsets.UTF_16LE)));
        send("rejected for a stranger's", answer(422, "text/plain", "not " + FOREIGN));
        send("failed", answer(500, "text/plain", "Authorization: Bearer " + quoted(FIRST)));
        send(
                "cut within the token",
                answer(201, "text/plain", "you said Bearer " + FIRST.substring(0, 40))
                        .setHeader("Content-Length", 200)
                        .onResponseEnd(new SocketEffect.CloseSocket()));
        send("elsewhere", answer(302, "text/plain", FIRST).addHeader("Location", "/" + FIRST));
        isSilent = true;
        send("never", answer(201, "text/plain", FIRST).onResponseStart(SocketEffect.Stall.INSTANCE));
        isSilent = false;
        send("forbidden", answer(403, "application/json", "{\"message\": " + inJson(quoted(FIRST)) + "}"));
        // The token is renewed, and the server rejects the new token, too.
        send(
                "not let in",
                answer(
                        401,
                        "application/json",
                        "{\"message\": " + inJson(quoted(FIRST) + " nor " + quoted(SECOND)) + "}"));
    }

    private void send(String label, MockResponse.Builder response) {
        autochat.cars = inTurn(response.build());
        String number = label + " " + states.size();
        String payload = new CarJsonWriter().toJson(SampleCars.of(Map.of(CarField.INTERNAL_ID, number)));
        Submission submission = Submission.of(
                UUID.randomUUID(),
                Profile.STAGING,
                clients.address(Profile.STAGING),
                new CarDraft(Map.of(CarField.INTERNAL_ID, number), List.of()),
                payload,
                clock.instant());
        outbox.send(submission, submission.draft(), Set.of(), Set.of());
        Submission ended = await(submission);
        states.add(label + ": " + ended.state());
        ended.outcome().ifPresent(outcome -> shown.put(number, ShownTexts.of(outcome)));
        shown.put(number + ", itself", ended.toString());
        shown.put(
                number + ", noted", journal.car(submission.car()).orElseThrow().toString());
        if (ended.state().isUnderWay()) {
            outbox.stop(submission);
        }
    }

    /** Waits for the outcome of the first try. */
    private Submission await(Submission submission) {
        while (true) {
            Submission update = LongWait.next("the outcome", changed);
            if (update.id().equals(submission.id()) && update.outcome().isPresent()) {
                return update;
            }
        }
    }

    /** Reports a bug whose message contains every secret. */
    private void reportFault() {
        CrashReporter reporter = new CrashReporter(
                log, (code, folder) -> shown.put("crash", ShownTexts.ofProgramError(code, folder)), Runnable::run);
        reporter.uncaughtException(
                Thread.currentThread(),
                new IllegalStateException(
                        connection(SECRET) + " " + quoted(SECRET) + "\nAuthorization: Bearer " + quoted(FIRST),
                        new IllegalArgumentException("key " + quoted(vaultKey()), new IOException(FOREIGN))));
        log.write(Level.FINEST, "Not even so: " + quoted(SECOND), null);
    }

    private void collectObjectTexts() {
        AutochatConnection connection =
                new ConnectionSettingsReader(home.preferences(), home.vault()).of(Profile.STAGING);
        show("kept", clients.client(Profile.STAGING).signIn());
        for (Object object : List.of(
                connection,
                home.vault(),
                home.vault().state(),
                home.preferences(),
                clients,
                home.keychain,
                clients.client(Profile.STAGING).currentToken(),
                journal.stock(),
                journal.waitingSubmissions())) {
            shown.put(object.getClass().getSimpleName(), object.toString());
        }
    }

    /** Moves the key to a file and saves the preferences, so that the home is complete. */
    void moveKeyToFile() {
        home.preferences().put(Setting.KEEP_SECRETS, "file");
        home.vault().moveToChosenStorage().join();
        home.preferences().saveNow();
    }

    @Override
    public void close() {
        closeServices();
        log.close();
        autochat.close();
    }
}
