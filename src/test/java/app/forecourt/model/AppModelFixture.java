package app.forecourt.model;

import app.forecourt.autochat.SendOutcome;
import app.forecourt.car.CarField;
import app.forecourt.car.check.CarValidator;
import app.forecourt.car.vocabulary.Vocabulary;
import app.forecourt.concurrent.TaskRunner;
import app.forecourt.environment.ProfileClients;
import app.forecourt.http.HttpClients;
import app.forecourt.journal.Journal;
import app.forecourt.journal.JournalState;
import app.forecourt.journal.database.JournalException;
import app.forecourt.model.form.CarFormModel;
import app.forecourt.model.options.ConnectionState;
import app.forecourt.model.send.SendWorkflow;
import app.forecourt.secret.MemoryKeyStorage;
import app.forecourt.secret.Vault;
import app.forecourt.settings.Dealership;
import app.forecourt.settings.Preferences;
import app.forecourt.settings.Profile;
import app.forecourt.settings.Setting;
import app.forecourt.settings.SystemEnvironment;
import app.forecourt.stock.DuplicateMatch;
import app.forecourt.stock.ListingStatus;
import app.forecourt.stock.Submission;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * Fixture of the window's model, with a real journal and real servers on loopback: Practice, and a fake AutoChat with
 * configurable responses.
 */
public abstract class AppModelFixture {
    public static final String TOKEN = "{\"access_token\": \"t\", \"token_type\": \"Bearer\"}";
    public static final String OPTIONS = "[{\"name\": \"abs\", \"prettyName\": \"ABS\"}]";
    /** Port without a listener. */
    public static final int NOWHERE = 1;

    @TempDir
    public Path home;
    public final Map<String, String> properties = new HashMap<>();
    public final Map<String, MockResponse> answers = new ConcurrentHashMap<>();
    public final MockWebServer autochat = new MockWebServer();
    public final Clock clock = Clock.system(ZoneOffset.UTC);
    private final ExecutorService work = Executors.newVirtualThreadPerTaskExecutor();
    public FxThreadPump window = new FxThreadPump();
    final MemoryKeyStorage keychain = new MemoryKeyStorage();
    /** Scheduler of delayed actions, replaceable by a test's own clock. */
    public TaskRunner.Scheduler scheduler = TaskRunner.Scheduler.REAL_TIME;
    /** Preference of the undo countdown before a submission to production. */
    public String undo = "off";
    public Preferences preferences;
    public Vault vault;
    public ProfileClients environments;
    public Journal journal;
    public AppModel desk;
    public SendWorkflow dispatch;
    public JournalState found;
    public boolean looking;
    /** Latch that delays the responses to posted cars. */
    public volatile CountDownLatch gate = new CountDownLatch(0);

    @BeforeEach
    void anAutoChatThatAnswersAsTold() throws IOException {
        answers.put("/oauth/token", answer(200, TOKEN));
        answers.put("/api/options", answer(200, OPTIONS));
        answers.put("/api/cars", answer(201, "{\"uuid\": \"u-1\"}"));
        autochat.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                if (request.getUrl().encodedPath().equals("/api/cars")) {
                    gate.await();
                }
                return answers.getOrDefault(request.getUrl().encodedPath(), answer(404, ""));
            }
        });
        autochat.start();
        properties.put("forecourt.staging.url", "http://127.0.0.1:" + autochat.getPort());
        properties.put("forecourt.production.url", "http://127.0.0.1:" + autochat.getPort());
        properties.put("forecourt.token.url", "http://127.0.0.1:" + autochat.getPort() + "/oauth/token");
        open(Map.of("FORECOURT_CLIENT_ID", "id", "FORECOURT_CLIENT_SECRET", "secret"));
    }

    /** Opens a model, after closing the previous one as at the end of the program. */
    public final void open(Map<String, String> variables) {
        end();
        window = new FxThreadPump();
        preferences = Preferences.open(home.resolve("preferences.json"),
                new SystemEnvironment(variables::get, properties::get), Runnable::run);
        preferences.put(Setting.SEND_UNDO, undo);
        vault = keychain.vault(preferences);
        environments = new ProfileClients(preferences, vault, new HttpClients("test"), clock);
        journal = new Journal(home.resolve("journal.db"), home.resolve("copies"), clock);
        desk = new AppModel(preferences, environments, journal,
                new CarFormModel(new CarValidator(clock, Vocabulary.bundled()), BigDecimal::toPlainString),
                background(), clock);
        dispatch = desk.sending();
        dispatch.setListener(new SendWorkflow.Window() {
            @Override
            public void look() {
                looking = true;
            }

            @Override
            public void held(Submission attempt, DuplicateMatch earlier) {
                throw new AssertionError("held: " + attempt.payload());
            }

            @Override
            public boolean sendNotNoted(JournalException.Reason reason) {
                return sendsNotNoted(reason);
            }
        });
    }

    /** Returns the user's answer if a submission can't be recorded. */
    boolean sendsNotNoted(JournalException.Reason reason) {
        throw new AssertionError("can't be noted: " + reason);
    }

    /** Returns a task runner for other parts of the window. */
    public final TaskRunner background() {
        return new TaskRunner(work, window, (pause, action) -> scheduler.schedule(pause, action));
    }

    private void end() {
        if (desk != null) {
            desk.close();
            journal.close();
            environments.close();
            vault.close();
            preferences.close();
        }
    }

    @AfterEach
    public void close() {
        end();
        work.close();
        autochat.close();
    }

    public static MockResponse answer(int status, String body) {
        return new MockResponse.Builder().code(status).addHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }

    /** Loads the journal and the option list, as after the first frame. */
    public final void begin() {
        found = null;
        desk.begin((was, place) -> found = was);
        window.until("the journal", () -> found != null);
        connected();
    }

    public final void connected() {
        window.until("the options",
                () -> !(desk.connection().get() instanceof ConnectionState.Connecting));
    }

    public final void choose(Profile profile) {
        desk.choose(profile);
        connected();
    }

    /** Sends the current car and waits for its outcome. */
    public final SendWorkflow.Step send() {
        return send(dispatch::send);
    }

    public final SendWorkflow.Step sendAgain() {
        return send(dispatch::sendAgain);
    }

    private SendWorkflow.Step send(Supplier<SendWorkflow.Step> key) {
        looking = false;
        int before = attempts().size();
        SendWorkflow.Step step = key.get();
        if (step == SendWorkflow.Step.SENDING) {
            window.until("what comes of it", () -> standing() != ListingStatus.SENDING
                    && (looking
                            || (attempts().size() > before && attempts().getLast().outcome().isPresent())));
        }
        return step;
    }

    public final List<Submission> attempts() {
        return desk.cars().current().car().get().attempts();
    }

    public final ListingStatus standing() {
        return desk.cars().current().status().get();
    }

    public final SendOutcome outcome() {
        return desk.cars().current().last().get().flatMap(Submission::outcome).orElseThrow();
    }

    public final void openCar(UUID car) {
        desk.cars().open(car);
        window.until("the car", () -> desk.cars().current().car().get().id().equals(car));
    }

    /** Waits until all changes are saved. */
    public final void saved() {
        window.until("the saving", () -> desk.cars().unsaved() == 0);
    }

    public final void type(CarField field, String text) {
        desk.form().text(field).set(text);
    }

    public final String text(CarField field) {
        return desk.form().text(field).get();
    }

    /** Sets the own dealerships, the default first. */
    public final void dealerships(Dealership... own) {
        environments.dealerships().put(List.of(own));
    }

    public final void typeACar() {
        type(CarField.INTERNAL_ID, "SEB-1");
        type(CarField.DEALERSHIP_ID, "dealer");
        type(CarField.BRAND, "opel");
        type(CarField.MODEL, "corsa");
        type(CarField.SALES_PRICE, "12500");
    }

    /** Returns the number of cars posted since the last call. */
    public final int posts() {
        return (int) Stream.generate(this::next).takeWhile(Optional::isPresent)
                .filter(request -> request.get().getUrl().encodedPath().equals("/api/cars")).count();
    }

    public final Optional<RecordedRequest> next() {
        try {
            return Optional.ofNullable(autochat.takeRequest(0, TimeUnit.MILLISECONDS));
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }
}
