package app.forecourt.hostile;

import app.forecourt.autochat.OptionsOutcome;
import app.forecourt.autochat.SendOutcome;
import app.forecourt.car.CarField;
import app.forecourt.car.check.CarValidator;
import app.forecourt.car.vocabulary.Vocabulary;
import app.forecourt.concurrent.TaskRunner;
import app.forecourt.connection.ProfileClients;
import app.forecourt.http.HttpClients;
import app.forecourt.journal.Journal;
import app.forecourt.model.AppModel;
import app.forecourt.model.connection.ConnectionState;
import app.forecourt.model.form.CarFormModel;
import app.forecourt.model.send.SendWorkflow;
import app.forecourt.secret.MemoryKeyStorage;
import app.forecourt.secret.Vault;
import app.forecourt.settings.Preferences;
import app.forecourt.settings.Profile;
import app.forecourt.settings.SystemEnvironment;
import app.forecourt.stock.ListingStatus;
import app.forecourt.stock.Submission;
import app.forecourt.stock.SubmissionState;
import app.forecourt.testing.SettableClock;
import app.forecourt.upload.FakeWebSpace;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Window model on a thread of its own, with a real journal and real connections. All methods are called from outside
 * that thread.
 */
final class HostileModel implements AutoCloseable {
    static final String SECRET = "client-secret-that-nobody-else-may-see";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    final ModelThread window = new ModelThread();
    final List<Throwable> bugs = new CopyOnWriteArrayList<>();
    private final SettableClock clock = new SettableClock();
    private final Preferences preferences;
    private final Vault vault;
    private final ProfileClients clients;
    private final Journal journal;
    private final AppModel model;
    private boolean looking;

    /** @param properties URLs of AutoChat and its token endpoint */
    HostileModel(Path home, Map<String, String> properties, HttpClients http) throws Exception {
        var variables = Map.of("FORECOURT_CLIENT_ID", "id", "FORECOURT_CLIENT_SECRET", SECRET);
        preferences = Preferences.open(home.resolve("preferences.json"),
                new SystemEnvironment(variables::get, properties::get), Runnable::run);
        vault = new MemoryKeyStorage().openVault(preferences);
        clients = new ProfileClients(preferences, vault, http, clock);
        journal = new Journal(home.resolve("journal.db"), home.resolve("copies"), clock);
        // Created before there is a window, as in the program.
        CarFormModel form = new CarFormModel(new CarValidator(clock, Vocabulary.bundled()),
                BigDecimal::toPlainString);
        TaskRunner runner = new TaskRunner(this::work, window);
        model = window.callAndWait(() -> new AppModel(preferences, clients, journal, form,
                new FakeWebSpace().uploads(journal, home.resolve("photos"), runner), files -> files, runner,
                clock));
    }

    private void work(Runnable task) {
        Thread.ofVirtual().uncaughtExceptionHandler((thread, bug) -> bugs.add(bug)).start(task);
    }

    /** Starts the model, and waits for the sign-in and the option list. */
    void start() throws Exception {
        window.runAndWait(() -> model.start((state, place) -> {}));
        window.until("the options", PATIENCE,
                () -> !(model.connection().get() instanceof ConnectionState.Connecting));
    }

    /** Returns the connection state, as shown in the band. */
    String connection() throws Exception {
        return switch (window.callAndWait(() -> model.connection().get())) {
            case ConnectionState.Connecting _ -> "connecting";
            case ConnectionState.Ready _ -> "ready";
            case ConnectionState.Failed(OptionsOutcome outcome, var _) -> switch (outcome) {
                case OptionsOutcome.Loaded _ -> "ready";
                case OptionsOutcome.SignInRefused(var failure) -> "sign-in refused, " + failure.kind();
                case OptionsOutcome.Limited _ -> "limited";
                case OptionsOutcome.Failed(var cause, int _) -> "failed, " + cause;
            };
        };
    }

    /** Types a car and sends it. */
    void typeAndSend(String number) throws Exception {
        window.runAndWait(() -> {
            type(CarField.INTERNAL_ID, number);
            type(CarField.DEALERSHIP_ID, "dealer");
            type(CarField.BRAND, "opel");
            type(CarField.MODEL, "corsa");
            type(CarField.SALES_PRICE, "12500");
            SendWorkflow.Step step = model.sendWorkflow().send();
            looking = step != SendWorkflow.Step.SENDING;
            if (looking) {
                // The second send accepts the warnings.
                step = model.sendWorkflow().send();
                looking = step != SendWorkflow.Step.SENDING;
            }
            if (looking) {
                throw new AssertionError("it does not go: " + step + ", " + model.form().problems().result());
            }
        });
    }

    private void type(CarField field, String text) {
        model.form().text(field).set(text);
    }

    /** Stops the submission. */
    void stop() throws Exception {
        window.runAndWait(model.sendWorkflow()::stop);
    }

    /** Waits for an outcome of the current car. */
    Submission awaitOutcome() throws Exception {
        window.until("what comes of it", PATIENCE, this::hasCome);
        return window.callAndWait(() -> attempts().getLast());
    }

    private boolean hasCome() {
        return model.cars().current().status().get() != ListingStatus.SENDING && !attempts().isEmpty()
                && attempts().getLast().outcome().isPresent();
    }

    private List<Submission> attempts() {
        return model.cars().current().car().get().submissions();
    }

    /** Retries a waiting submission at once, then stops it. */
    Submission retryThenStop(Submission waiting) throws Exception {
        if (waiting.outcome().orElseThrow() instanceof SendOutcome.NotSent) {
            window.runAndWait(model.sendWorkflow()::retryNow);
            window.until("another try", PATIENCE,
                    () -> attempts().getLast().tries() > waiting.tries() && hasCome());
        }
        if (window.callAndWait(() -> attempts().getLast().state() == SubmissionState.WAITING)) {
            stop();
            window.until("it taken back", PATIENCE,
                    () -> !attempts().getLast().state().isUnderWay());
        }
        return window.callAndWait(() -> attempts().getLast());
    }

    /** Returns a submission as the journal has it, after all changes are saved. */
    Submission storedSubmission(Submission shown) throws Exception {
        window.until("the saving", PATIENCE, () -> model.cars().unsavedCount() == 0);
        return journal.car(shown.car()).orElseThrow().submissions().stream()
                .filter(submission -> submission.id().equals(shown.id())).findFirst().orElseThrow();
    }

    /** Begins another car. */
    void newCar() throws Exception {
        window.runAndWait(model.cars()::newCar);
    }

    Profile profile() throws Exception {
        return window.callAndWait(() -> model.profile().get());
    }

    /** Returns the uncaught exceptions. */
    List<Throwable> uncaught() {
        bugs.addAll(window.uncaught());
        return bugs;
    }

    @Override
    public void close() throws Exception {
        window.runAndWait(model::close);
        window.close();
        journal.close();
        clients.close();
        vault.close();
        preferences.close();
    }
}
