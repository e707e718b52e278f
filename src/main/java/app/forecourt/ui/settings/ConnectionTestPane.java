package app.forecourt.ui.settings;

import app.forecourt.autochat.AutochatClient;
import app.forecourt.autochat.FailureCause;
import app.forecourt.autochat.OptionsOutcome;
import app.forecourt.autochat.SignInOutcome;
import app.forecourt.autochat.token.Connection;
import app.forecourt.concurrent.TaskRunner;
import app.forecourt.connection.ProfileClients;
import app.forecourt.secret.SecretStorage;
import app.forecourt.settings.Profile;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.settings.TestLine.Mark;
import app.forecourt.ui.words.Messages;
import app.forecourt.ui.words.OutcomeMessages;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Pane that tests a connection before it is saved. It shows the result of each step on its own line: address, sign-in,
 * option list. A step starts only after the previous one succeeded. Stopping cancels the running request, so that none
 * continues in the background.
 */
final class ConnectionTestPane extends VBox {
    private final ProfileClients clients;
    private final TaskRunner taskRunner;
    private final Messages messages;
    private final OutcomeMessages outcomeMessages;
    private final Label title = new Label();
    private final Button stop = new Button();
    private final TestLine address;
    private final TestLine token;
    private final TestLine options;
    private long currentRun;
    private AutochatClient.@Nullable ConnectionTest runningTest;

    private record PreparedTest(AutochatClient.ConnectionTest test, String host, Optional<FailureCause> fault) {}

    private record SignInResult(SignInOutcome signIn, SecretStorage storage) {}

    ConnectionTestPane(ProfileClients clients, TaskRunner taskRunner, Messages messages) {
        this.clients = clients;
        this.taskRunner = taskRunner;
        this.messages = messages;
        this.outcomeMessages = new OutcomeMessages(messages);
        address = testLine("address");
        token = testLine("token");
        options = testLine("options");
        title.setId("testTitle");
        title.getStyleClass().add("test-title");
        stop.setId("testStop");
        stop.setText(messages.get("settings.test.stop"));
        stop.getStyleClass().add("small");
        stop.setOnAction(_ -> stop());
        HBox head = new HBox(title, stop);
        head.getStyleClass().add("test-head");
        getStyleClass().add("test-steps");
        getChildren().addAll(head, address, token, options);
        reset();
    }

    private TestLine testLine(String step) {
        return new TestLine("test-" + step, messages.get("settings.test." + step));
    }

    /**
     * Starts a test and shows the pane. Cancels the previous test.
     *
     * @param typed the connection with the values in the fields; may block on the system's keychain
     */
    void start(Profile profile, Callable<Connection> typed) {
        reset();
        title.setText(messages.get("settings.test.title", messages.name(profile)));
        NodeVisibility.set(this, true);
        SettingsPage.scrollTo(this);
        runAfterWait(() -> NodeVisibility.set(stop, runningLine().isPresent()));
        step(
                address,
                () -> {
                    Connection connection = typed.call();
                    AutochatClient.ConnectionTest test =
                            clients.client(connection).newConnectionTest();
                    return new PreparedTest(test, connection.address().getAuthority(), test.checkAddress());
                },
                prepared -> {
                    runningTest = prepared.test();
                    prepared.fault()
                            .map(cause -> new OptionsOutcome.Failed(cause, 0))
                            .ifPresentOrElse(
                                    fault -> address.end(Mark.FAILURE, outcomeMessages.sentence(fault, profile)),
                                    () -> {
                                        // No request has gone to this host yet. The option list step sends the first
                                        // one.
                                        address.end(
                                                Mark.WAITING,
                                                messages.get("settings.test.address.untried", prepared.host()));
                                        signIn(profile, prepared);
                                    });
                });
    }

    private void signIn(Profile profile, PreparedTest prepared) {
        step(token, () -> new SignInResult(prepared.test().signIn(), clients.tokenStorage(profile)), result -> {
            boolean isSignedIn = result.signIn() instanceof SignInOutcome.SignedIn;
            token.end(
                    isSignedIn ? Mark.SUCCESS : Mark.FAILURE,
                    isSignedIn && result.storage() == SecretStorage.RUN_ONLY
                            ? messages.get("settings.test.token.run")
                            : outcomeMessages.sentence(result.signIn(), profile));
            if (isSignedIn) {
                loadOptions(profile, prepared);
            }
        });
    }

    private void loadOptions(Profile profile, PreparedTest prepared) {
        step(options, prepared.test()::loadOptions, outcome -> {
            if (outcome.isAnswered()) {
                address.end(Mark.SUCCESS, prepared.host());
            }
            if (outcome instanceof OptionsOutcome.Loaded loaded) {
                options.end(
                        Mark.SUCCESS,
                        messages.get(
                                "settings.test.options.good", loaded.options().size()));
            } else {
                options.end(Mark.FAILURE, outcomeMessages.sentence(outcome, profile));
            }
        });
    }

    /** Runs a blocking step, then delivers its result unless the test was stopped in the meantime. */
    private <T> void step(TestLine line, Callable<T> blocking, Consumer<T> onResult) {
        long run = currentRun;
        line.begin(taskRunner);
        taskRunner.run(
                blocking,
                result -> {
                    if (currentRun == run) {
                        onResult.accept(result);
                        NodeVisibility.set(
                                stop, stop.isVisible() && runningLine().isPresent());
                    }
                },
                _ -> {
                    if (currentRun == run) {
                        stop();
                    }
                });
    }

    /** Runs an action after the delay, unless the test was stopped or another one was started. */
    private void runAfterWait(Runnable action) {
        long run = currentRun;
        taskRunner.runLater(TestLine.WAIT_SHOWN_AFTER, () -> {
            if (currentRun == run) {
                action.run();
            }
        });
    }

    private Optional<TestLine> runningLine() {
        return Stream.of(address, token, options).filter(TestLine::isRunning).findFirst();
    }

    /** Stops the test and marks the running step as stopped. */
    void stop() {
        cancelRequest();
        runningLine().ifPresent(line -> line.end(Mark.STOPPED, messages.get("settings.test.stopped")));
        NodeVisibility.set(stop, false);
    }

    /** Hides the results and cancels the test, because they do not belong to the text that is typed now. */
    void reset() {
        cancelRequest();
        NodeVisibility.set(stop, false);
        NodeVisibility.set(this, false);
        Stream.of(address, token, options).forEach(line -> line.end(Mark.WAITING, ""));
    }

    private void cancelRequest() {
        currentRun++;
        if (runningTest != null) {
            taskRunner.run(runningTest::stop);
            runningTest = null;
        }
    }
}
