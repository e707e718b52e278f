package app.forecourt.model;

import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.car.CarField.DATE_OF_FIRST_REGISTRATION;
import static app.forecourt.car.CarField.DEALERSHIP_ID;
import static app.forecourt.car.CarField.DESCRIPTION;
import static app.forecourt.car.CarField.IMAGES;
import static app.forecourt.car.CarField.INTERNAL_ID;
import static app.forecourt.car.CarField.LICENSE_PLATE;
import static app.forecourt.car.CarField.MILEAGE;
import static app.forecourt.car.CarField.MODEL;
import static app.forecourt.car.CarField.OPTIONS;
import static app.forecourt.car.CarField.SALES_PRICE;
import static app.forecourt.car.CarField.VERSION;
import static app.forecourt.settings.Setting.SEND_UNDO;
import static app.forecourt.stock.SendingStatus.SENT;
import static app.forecourt.stock.SubmissionState.SENDING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.autochat.FailureCause;
import app.forecourt.autochat.FakeAutochat;
import app.forecourt.autochat.SendOutcome;
import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.Problem;
import app.forecourt.car.SourcedValue;
import app.forecourt.car.check.CarValidator;
import app.forecourt.car.vocabulary.Vocabulary;
import app.forecourt.concurrent.TaskRunner;
import app.forecourt.connection.ProfileClients;
import app.forecourt.journal.Journal;
import app.forecourt.journal.JournalOpenState;
import app.forecourt.journal.database.JournalException;
import app.forecourt.model.cars.CarsModel;
import app.forecourt.model.cars.CurrentCar;
import app.forecourt.model.connection.ConnectionState;
import app.forecourt.model.form.CarFormModel;
import app.forecourt.model.send.CorrectionWorkflow;
import app.forecourt.model.send.SendWorkflow;
import app.forecourt.model.stock.StockModel;
import app.forecourt.model.store.Autosave;
import app.forecourt.secret.MemoryKeyStorage;
import app.forecourt.secret.Vault;
import app.forecourt.send.SubmissionClaims;
import app.forecourt.settings.Dealership;
import app.forecourt.settings.Preferences;
import app.forecourt.settings.Profile;
import app.forecourt.stock.DuplicateSubmission;
import app.forecourt.stock.EditPosition;
import app.forecourt.stock.SendingStatus;
import app.forecourt.stock.StockMark;
import app.forecourt.stock.StockRow;
import app.forecourt.stock.StoredCar;
import app.forecourt.stock.Submission;
import app.forecourt.testing.TestHome;
import app.forecourt.upload.FakeWebSpace;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.collections.ObservableList;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Fixture of the window's model, with a real journal and real servers on loopback: Practice, and a fake AutoChat with
 * configurable responses.
 */
public abstract class AppModelFixture {
    public static final String TOKEN = "{\"access_token\": \"t\", \"token_type\": \"Bearer\"}";
    public static final String OPTIONS = "[{\"name\": \"abs\", \"prettyName\": \"ABS\"}]";
    /** Speed of the delays. The tests need only their order. */
    private static final int SPEED = 20;
    /** Read once, because it takes longer than most tests. */
    private static final Vocabulary WORDS = Vocabulary.bundled();
    /** Port without a listener. */
    public static final int NOWHERE = 1;

    public final Clock clock = Clock.system(ZoneOffset.UTC);

    @RegisterExtension
    public final TestHome home = new TestHome(clock);

    public final Map<String, String> properties = home.properties;
    public final FakeAutochat autochat = new FakeAutochat();
    private final List<TaskRunner> runners = new ArrayList<>();
    /** Responses of the fake AutoChat by path. */
    public final Map<String, MockResponse> answers = autochat.answers;

    public final FakeWebSpace webSpace = new FakeWebSpace();
    /** The order of chosen photo files, on a background thread. */
    public volatile UnaryOperator<List<Path>> fileOrder = files -> files;

    public final Vocabulary vocabulary = openVocabulary();
    /** Number of tasks that a test makes fail as by a bug. */
    protected int expectedBugs;

    private final List<Throwable> bugs = new CopyOnWriteArrayList<>();
    private final ExecutorService work = Executors.newThreadPerTaskExecutor(Thread.ofVirtual()
            .uncaughtExceptionHandler((_, bug) -> bugs.add(bug))
            .factory());
    public FxThreadPump window = new FxThreadPump();
    final MemoryKeyStorage keychain = home.keychain;
    /** Scheduler of delayed actions with shortened delays, replaceable by a test's own clock. */
    public TaskRunner.Scheduler scheduler =
            (delay, action) -> TaskRunner.Scheduler.REAL_TIME.schedule(delay.dividedBy(SPEED), action);
    /** Preference of the undo countdown before a submission to production. */
    public String undo = "off";
    /** Environment variables of the first model: the credentials of Staging and Production. */
    public Map<String, String> variables = Map.of("FORECOURT_CLIENT_ID", "id", "FORECOURT_CLIENT_SECRET", "secret");
    /** The claims of the model. */
    public SubmissionClaims claims = SubmissionClaims.NOT_SHARED;

    public Preferences preferences;
    public Vault vault;
    public ProfileClients clients;
    public Journal journal;
    public AppModel appModel;
    public SendWorkflow sendWorkflow;
    public JournalOpenState journalState;
    /** The restored edit position. */
    public Optional<EditPosition> place = Optional.empty();

    public boolean problemsShown;

    @BeforeEach
    void startServer() {
        answers.put("/oauth/token", response(200, TOKEN));
        answers.put("/api/options", response(200, OPTIONS));
        answerCars(201, "{\"uuid\": \"u-1\"}");
        properties.put("forecourt.staging.url", autochat.url(""));
        properties.put("forecourt.production.url", autochat.url(""));
        properties.put("forecourt.token.url", autochat.url("/oauth/token"));
        openModel(variables);
    }

    /** Opens a model, after closing the previous one as at the end of the program. */
    public final void openModel(Map<String, String> variables) {
        end();
        window = new FxThreadPump();
        home.variables.clear();
        home.variables.putAll(variables);
        preferences = home.preferences();
        preferences.put(SEND_UNDO, undo);
        vault = home.vault();
        clients = home.clients();
        journal = home.journal();
        appModel = new AppModel(
                clients,
                journal,
                new CarFormModel(new CarValidator(clock, vocabulary), this::format),
                webSpace.uploads(journal, home.path().resolve("photos"), files -> fileOrder.apply(files), background()),
                claims,
                background(),
                clock);
        sendWorkflow = appModel.sendWorkflow();
        sendWorkflow.setListener(new SendWorkflow.Listener() {
            @Override
            public void showProblems() {
                problemsShown = true;
            }

            @Override
            public void onNotSent(Submission submission, DuplicateSubmission duplicate) {
                throw new AssertionError("held: " + submission.payload());
            }

            @Override
            public void onNotRecorded(JournalException.Reason reason) {
                notRecorded(reason);
            }
        });
    }

    /** Returns the vocabulary. A test that extends it opens its own. */
    public Vocabulary openVocabulary() {
        return WORDS;
    }

    /** Returns an accepted amount as text. */
    public String format(BigDecimal amount) {
        return amount.toPlainString();
    }

    /** Receives the reason if a car is not sent, because the journal can't record it. */
    void notRecorded(JournalException.Reason reason) {
        throw new AssertionError("can't be recorded: " + reason);
    }

    /** Returns a task runner for other parts of the window. */
    public final TaskRunner background() {
        TaskRunner runner = new TaskRunner(work, window, (pause, action) -> scheduler.schedule(pause, action));
        runners.add(runner);
        return runner;
    }

    /** Closes the model and the home, as at the end of the program. */
    final void end() {
        if (appModel != null) {
            // A task that still runs may find the journal closed, which is no bug then.
            runners.forEach(TaskRunner::close);
            runners.clear();
            appModel.close();
            home.close();
            appModel = null;
        }
    }

    @AfterEach
    public void close() {
        end();
        work.close();
        autochat.close();
        assertEquals(expectedBugs, bugs.size(), bugs::toString);
    }

    public static MockResponse response(int status, String body) {
        return FakeAutochat.json(status, body);
    }

    /** Sets the response to posted cars. */
    public final void answerCars(int status, String body) {
        answers.put("/api/cars", response(status, body));
    }

    /** Loads the journal and the option list, as after the first frame. */
    public final void startModel() {
        journalState = null;
        appModel.start((was, where) -> {
            journalState = was;
            place = where;
        });
        window.until("the journal", () -> journalState != null);
        awaitConnected();
    }

    /** Restarts the program with its journal. */
    public final void restartModel() {
        openModel(variables);
        startModel();
    }

    /** Returns what the journal has of a car. */
    public final StoredCar storedCar(UUID car) {
        return journal.car(car).orElseThrow();
    }

    /** Returns a car's row of the stock list. */
    public final StockRow listedCar(UUID car) {
        return stock().row(car).orElseThrow();
    }

    public final void awaitConnected() {
        window.until(
                "the options",
                () -> !(appModel.profileModel().connection().get() instanceof ConnectionState.Connecting));
    }

    public final Profile profile() {
        return appModel.profile().get();
    }

    public final void selectProfile(Profile profile) {
        appModel.selectProfile(profile);
        awaitConnected();
    }

    /** Sends the current car and waits for its outcome. */
    public final SendWorkflow.Step send() {
        return send(sendWorkflow::send);
    }

    /** Sends the current car and asserts what comes of it. */
    public final void assertSend(SendWorkflow.Step expected) {
        assertEquals(expected, send());
    }

    /** Presses send and asserts what comes of it, without a wait. */
    public final void assertPress(SendWorkflow.Step expected) {
        assertEquals(expected, sendWorkflow.send());
    }

    public final SendWorkflow.Step sendAgain() {
        return send(sendWorkflow::sendAgain);
    }

    private SendWorkflow.Step send(Supplier<SendWorkflow.Step> key) {
        problemsShown = false;
        int before = submissions().size();
        SendWorkflow.Step step = key.get();
        if (step == SendWorkflow.Step.SENDING) {
            window.until(
                    "what comes of it",
                    () -> status() != SendingStatus.SENDING
                            && (problemsShown
                                    || (submissions().size() > before
                                            && lastSubmission().outcome().isPresent())));
        }
        return step;
    }

    public final CarsModel cars() {
        return appModel.cars();
    }

    public final StockModel stock() {
        return cars().stock();
    }

    public final CurrentCar current() {
        return cars().current();
    }

    /** Returns the texts of a field of the cars that the list shows. */
    public final List<String> listed(CarField field) {
        return stock().visibleCars().stream().map(row -> row.text(field)).toList();
    }

    /** Asserts the models of the cars that the list shows. */
    public final void assertModels(String... models) {
        assertEquals(List.of(models), listed(MODEL));
    }

    public final void newCar() {
        cars().newCar();
    }

    /** Begins a new car, and returns the previous one. */
    public final UUID beginNext() {
        UUID previous = carId();
        newCar();
        return previous;
    }

    public final void mark(UUID car, StockMark mark) {
        cars().mark(car, mark);
    }

    /** Saves everything now. Returns false if that fails. */
    public final boolean flush() {
        return cars().autosave().flush();
    }

    /** Takes a photo out of the current car. */
    public final void removePhoto(int place) {
        form().photos().remove(place, 1);
    }

    public final CorrectionWorkflow correction() {
        return appModel.correctionWorkflow();
    }

    /** Starts the correction of the current car. */
    public final void correct() {
        correction().start();
    }

    public final CarFormModel form() {
        return appModel.form();
    }

    public final CarDraft draft() {
        return form().draft().get();
    }

    public final ObservableList<Problem> visibleProblems() {
        return form().problems().visible();
    }

    public final List<CarField> visibleFields() {
        return visibleProblems().stream().map(Problem::field).toList();
    }

    public final List<Problem.Code> visibleCodes() {
        return visibleProblems().stream().map(Problem::code).toList();
    }

    public final void assertCodes(Problem.Code... expected) {
        assertEquals(List.of(expected), visibleCodes());
    }

    public final void assertShows(Problem.Code code) {
        assertTrue(visibleCodes().contains(code), visibleCodes()::toString);
    }

    /** Returns the id of the current car. */
    public final UUID carId() {
        return current().car().get().id();
    }

    public final List<Submission> submissions() {
        return current().car().get().submissions().all();
    }

    public final Submission lastSubmission() {
        return submissions().getLast();
    }

    public final SendingStatus status() {
        return current().status().get();
    }

    public final void assertStatus(SendingStatus expected) {
        assertEquals(expected, status());
    }

    public final void untilStatus(SendingStatus expected) {
        window.until(expected.toString(), () -> status() == expected);
    }

    /** Waits until a request with the current car has left. */
    public final void untilSending() {
        window.until(
                "the leaving",
                () -> !submissions().isEmpty() && lastSubmission().state() == SENDING);
    }

    /** Waits until AutoChat has accepted the current car. */
    public final void untilSent() {
        untilStatus(SENT);
    }

    /** Asserts that the current car is not sent for a reason. */
    public final void assertNotSent(FailureCause cause) {
        assertEquals(new SendOutcome.NotSent(cause), outcome());
    }

    public final void sendAccepted() {
        send();
        assertInstanceOf(SendOutcome.Accepted.class, outcome());
    }

    public final SendOutcome outcome() {
        return current().shownSubmission().get().flatMap(Submission::outcome).orElseThrow();
    }

    public final void openCar(UUID car) {
        cars().open(car);
        untilOpen(car);
    }

    /** Waits until a car is in the form. */
    public final void untilOpen(UUID car) {
        window.until("the car", () -> carId().equals(car));
    }

    /** Waits until all changes are saved. */
    public final void awaitSaved() {
        window.until("the saving", () -> cars().unsavedCount() == 0);
    }

    /** Waits for a state of the autosave. */
    public final void untilAutosave(Class<? extends Autosave.State> state) {
        window.until(
                state.getSimpleName(),
                () -> state.isInstance(cars().autosave().state().get()));
    }

    public final void type(CarField field, String text) {
        form().text(field).set(text);
    }

    public final String text(CarField field) {
        return form().text(field).get();
    }

    public final void assertText(CarField field, String expected) {
        assertEquals(expected, text(field));
    }

    /** Returns what the journal has of a field of the current car. */
    public final String storedText(CarField field) {
        return storedText(carId(), field);
    }

    public final String storedText(UUID car, CarField field) {
        return storedCar(car).draft().text(field);
    }

    public final void assertSource(CarField field, SourcedValue.Origin expected) {
        assertEquals(Optional.of(expected), source(field));
    }

    public final Optional<SourcedValue.Origin> source(CarField field) {
        return form().externalValues().source(field);
    }

    /** Locks the journal for writing until the result is closed. */
    public final AutoCloseable lockJournal() throws SQLException {
        // The lock would create an empty file, which the journal does not take for its own.
        journal.open();
        // The start still writes for a moment.
        window.until(
                "all cars", () -> journalState == null || stock().complete().get());
        var other = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("journal.db"));
        try (var statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
        }
        return other;
    }

    /** Sets the own dealerships, the default first. */
    public final void setDealerships(Dealership... own) {
        clients.dealerships().save(List.of(own));
    }

    public final void typeCar() {
        type(INTERNAL_ID, "SEB-1");
        type(DEALERSHIP_ID, "dealer");
        type(BRAND, "opel");
        type(MODEL, "corsa");
        type(SALES_PRICE, "12500");
    }

    /** Types a car with all that an advert on production should not lack. */
    public final void typeAdvert() {
        typeCar();
        type(MILEAGE, "64300");
        type(DATE_OF_FIRST_REGISTRATION, "25-07-2022");
        type(DESCRIPTION, "A tidy car.");
        type(IMAGES, "https://photos.invalid/1.jpg");
    }

    public final void startWithCar() {
        startModel();
        typeCar();
    }

    public final void startWithAdvert() {
        startModel();
        typeAdvert();
    }

    /** Types a car with a version and without a price. */
    public final void typeVan() {
        type(LICENSE_PLATE, "XF-100-F");
        type(BRAND, "opel");
        type(MODEL, "Combo Tour");
        type(VERSION, "1.5 CDTI");
    }

    /** Returns the number of cars posted since the last call. */
    public final int newPosts() {
        return autochat.newPosts();
    }

    /** Asserts the number of cars posted since the last call. */
    public final void assertNewPosts(int expected) {
        assertEquals(expected, newPosts());
    }

    /** Sends the current car and asserts that AutoChat gets and accepts it once. */
    public final void assertSentOnce() {
        send();
        assertStatus(SENT);
        assertNewPosts(1);
    }

    public final Optional<RecordedRequest> nextRequest() {
        try {
            return Optional.ofNullable(autochat.server.takeRequest(0, TimeUnit.MILLISECONDS));
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }
}
