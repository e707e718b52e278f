package app.forecourt.hostile;

import app.forecourt.autochat.OptionsOutcome;
import app.forecourt.autochat.SendOutcome;
import app.forecourt.car.CarField;
import app.forecourt.car.check.CarValidator;
import app.forecourt.car.vocabulary.Vocabulary;
import app.forecourt.concurrent.TaskRunner;
import app.forecourt.http.HttpClients;
import app.forecourt.model.AppModel;
import app.forecourt.model.FxThreadPump;
import app.forecourt.model.connection.ConnectionState;
import app.forecourt.model.form.CarFormModel;
import app.forecourt.model.send.SendWorkflow;
import app.forecourt.send.SubmissionClaims;
import app.forecourt.stock.SendingStatus;
import app.forecourt.stock.Submission;
import app.forecourt.stock.SubmissionState;
import app.forecourt.testing.SettableClock;
import app.forecourt.testing.TestHome;
import app.forecourt.upload.FakeWebSpace;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Window model with a real journal and real connections. The test's thread replaces the FX thread. */
final class HostileModel implements AutoCloseable {
    static final String SECRET = "client-secret-that-nobody-else-may-see";

    final FxThreadPump window = new FxThreadPump();
    private final List<Throwable> bugs = new CopyOnWriteArrayList<>();
    private final TestHome home;
    private final AppModel model;

    /** @param properties URLs of AutoChat and its token endpoint */
    HostileModel(Path directory, Map<String, String> properties, HttpClients http) {
        Clock clock = new SettableClock();
        home = new TestHome(directory, clock);
        home.variables.putAll(Map.of("FORECOURT_CLIENT_ID", "id", "FORECOURT_CLIENT_SECRET", SECRET));
        home.properties.putAll(properties);
        TaskRunner runner = new TaskRunner(this::work, window);
        model = new AppModel(
                home.clients(http),
                home.journal(),
                new CarFormModel(new CarValidator(clock, Vocabulary.bundled()), BigDecimal::toPlainString),
                new FakeWebSpace().uploads(home.journal(), home.resolve("photos"), files -> files, runner),
                SubmissionClaims.NOT_SHARED,
                runner,
                clock);
    }

    private void work(Runnable task) {
        Thread.ofVirtual().uncaughtExceptionHandler((_, bug) -> bugs.add(bug)).start(task);
    }

    /** Starts the model, and waits for the sign-in and the option list. */
    void start() {
        model.start((_, _) -> {});
        window.until(
                "the options", () -> !(model.profileModel().connection().get() instanceof ConnectionState.Connecting));
    }

    /** Returns the connection state, as shown in the band. */
    String connection() {
        return switch (model.profileModel().connection().get()) {
            case ConnectionState.Connecting _ -> "connecting";
            case ConnectionState.Ready _ -> "ready";
            case ConnectionState.Failed(OptionsOutcome outcome, var _) ->
                switch (outcome) {
                    case OptionsOutcome.Loaded _ -> "ready";
                    case OptionsOutcome.SignInRefused(var failure) -> "sign-in refused, " + failure.kind();
                    case OptionsOutcome.Limited _ -> "limited";
                    case OptionsOutcome.Failed(var cause, int _) -> "failed, " + cause;
                };
        };
    }

    /** Types a car and sends it. The second send accepts the warnings. */
    void typeAndSend(String number) {
        Map.of(
                        CarField.INTERNAL_ID,
                        number,
                        CarField.DEALERSHIP_ID,
                        "dealer",
                        CarField.BRAND,
                        "opel",
                        CarField.MODEL,
                        "corsa",
                        CarField.SALES_PRICE,
                        "12500")
                .forEach((field, text) -> model.form().text(field).set(text));
        if (model.sendWorkflow().send() != SendWorkflow.Step.SENDING
                && model.sendWorkflow().send() != SendWorkflow.Step.SENDING) {
            throw new AssertionError(
                    "it does not go: " + model.form().problems().result());
        }
    }

    /** Stops the submission. */
    void stop() {
        model.sendWorkflow().stop();
    }

    /** Waits for an outcome of the current car. */
    Submission awaitOutcome() {
        window.until("what comes of it", this::hasCome);
        return last();
    }

    private boolean hasCome() {
        return model.cars().current().status().get() != SendingStatus.SENDING
                && !submissions().isEmpty()
                && last().outcome().isPresent();
    }

    private List<Submission> submissions() {
        return model.cars().current().car().get().submissions().all();
    }

    private Submission last() {
        return submissions().getLast();
    }

    /** Retries a waiting submission at once, then stops it. */
    Submission retryThenStop(Submission waiting) {
        if (waiting.outcome().orElseThrow() instanceof SendOutcome.NotSent) {
            model.sendWorkflow().retryNow();
            window.until("another try", () -> last().tries() > waiting.tries() && hasCome());
        }
        if (last().state() == SubmissionState.WAITING) {
            stop();
            window.until("it taken back", () -> !last().state().isUnderWay());
        }
        return last();
    }

    /** Returns a submission as the journal has it, after all changes are saved. */
    Submission storedSubmission(Submission shown) {
        window.until("the saving", () -> model.cars().unsavedCount() == 0);
        return home.journal().car(shown.car()).orElseThrow().submissions().stream()
                .filter(submission -> submission.id().equals(shown.id()))
                .findFirst()
                .orElseThrow();
    }

    /** Begins another car. */
    void newCar() {
        model.cars().newCar();
    }

    /** Returns the uncaught exceptions of background tasks. */
    List<Throwable> uncaught() {
        return bugs;
    }

    @Override
    public void close() {
        model.close();
        home.close();
    }
}
