package app.forecourt.ui.settings;

import app.forecourt.autochat.ConnectionTest;
import app.forecourt.autochat.OptionsOutcome;
import app.forecourt.autochat.SendOutcome.Cause;
import app.forecourt.autochat.SignInOutcome;
import app.forecourt.autochat.token.Connection;
import app.forecourt.concurrent.TaskRunner;
import app.forecourt.environment.ProfileClients;
import app.forecourt.secret.Vault.SecretStorage;
import app.forecourt.settings.Profile;
import app.forecourt.ui.form.FormPane;
import app.forecourt.ui.fx.Icons;
import app.forecourt.ui.fx.LiveRegion;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.fx.TextWrap;
import app.forecourt.ui.words.Messages;
import app.forecourt.ui.words.OutcomeMessages;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * Pane that tests a connection before it is saved. It shows the result of each step on its own line: address, sign-in,
 * option list. A step starts only after the previous one succeeded. Stopping cancels the running request, so that none
 * continues in the background.
 */
final class ConnectionTestPane extends VBox {
    /** Delay before a wait is shown, because a shorter wait needs no notice. */
    private static final Duration WAIT_SHOWN_AFTER = Duration.ofMillis(300);

    private final ProfileClients clients;
    private final TaskRunner taskRunner;
    private final Messages messages;
    private final OutcomeMessages outcomeMessages;
    private final Label title = new Label();
    private final Button stop = new Button();
    private final Line address;
    private final Line token;
    private final Line options;
    private long currentRun;
    private @Nullable ConnectionTest runningTest;

    ConnectionTestPane(ProfileClients clients, TaskRunner taskRunner, Messages messages) {
        this.clients = clients;
        this.taskRunner = taskRunner;
        this.messages = messages;
        this.outcomeMessages = new OutcomeMessages(messages);
        address = new Line("address");
        token = new Line("token");
        options = new Line("options");
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

    private record PreparedTest(Connection connection, ConnectionTest test) {}

    /**
     * Starts a test and shows the pane. Cancels the previous test.
     *
     * @param typed the connection with the values in the fields; may block on the system's keychain
     */
    void start(Profile profile, Callable<Connection> typed) {
        reset();
        title.setText(messages.get("settings.test.title", messages.name(profile)));
        NodeVisibility.set(this, true);
        scrollIntoView();
        long runId = currentRun;
        taskRunner.runLater(WAIT_SHOWN_AFTER, () -> {
            if (currentRun == runId && isRunning()) {
                NodeVisibility.set(stop, true);
            }
        });
        step(runId, address, () -> {
            Connection connection = typed.call();
            var prepared = new PreparedTest(connection, clients.client(connection).newConnectionTest());
            return new AddressResult(prepared, prepared.test().checkAddress());
        }, result -> {
            runningTest = result.prepared().test();
            result.fault().ifPresentOrElse(
                    cause -> address
                            .showFailure(
                                    outcomeMessages.sentence(new OptionsOutcome.Failed(cause, 0), profile)),
                    () -> {
                        String host = result.prepared().connection().address().getAuthority();
                        // No request has gone to this host yet. The option list step sends the first one.
                        address.showUntried(messages.get("settings.test.address.untried", host));
                        signIn(runId, profile, result.prepared(), host);
                    });
        });
    }

    /** Scrolls all scroll panes around this pane so that the results are visible. */
    private void scrollIntoView() {
        for (Node ancestor = this; ancestor != null; ancestor = ancestor.getParent()) {
            if (ancestor instanceof ScrollPane page) {
                // The pane has no bounds before the next layout pulse.
                Platform.runLater(() -> {
                    page.layout();
                    FormPane.bringIntoView(page, this);
                });
            }
        }
    }

    private record SignInResult(SignInOutcome signIn, SecretStorage storage) {}

    private record AddressResult(PreparedTest prepared, Optional<Cause> fault) {}

    private void signIn(long runId, Profile profile, PreparedTest prepared, String host) {
        step(runId, token, () -> new SignInResult(prepared.test().signIn(), clients.tokenStorage(profile)),
                result -> {
                    SignInOutcome signedIn = result.signIn();
                    String sentence = signedIn instanceof SignInOutcome.SignedIn
                            && result.storage() == SecretStorage.RUN_ONLY
                                    ? messages.get("settings.test.token.run")
                                    : outcomeMessages.sentence(signedIn, profile);
                    if (signedIn instanceof SignInOutcome.SignedIn) {
                        token.showSuccess(sentence);
                        options(runId, profile, prepared.test(), host);
                    } else {
                        token.showFailure(sentence);
                    }
                });
    }

    private void options(long runId, Profile profile, ConnectionTest test, String host) {
        step(runId, options, test::loadOptions, outcome -> {
            if (outcome.isAnswered()) {
                address.showSuccess(host);
            }
            if (outcome instanceof OptionsOutcome.Loaded(var list, var whole, var leftOut)) {
                options.showSuccess(messages.get("settings.test.options.good", list.size()));
            } else {
                options.showFailure(outcomeMessages.sentence(outcome, profile));
            }
        });
    }

    private <T> void step(long runId, Line line, Callable<T> blocking, Consumer<T> onResult) {
        line.begin();
        taskRunner.run(blocking, result -> {
            if (currentRun == runId) {
                onResult.accept(result);
                NodeVisibility.set(stop, stop.isVisible() && isRunning());
            }
        }, _ -> {
            if (currentRun == runId) {
                stop();
            }
        });
    }

    private boolean isRunning() {
        return lines().stream().anyMatch(line -> line.running);
    }

    private List<Line> lines() {
        return List.of(address, token, options);
    }

    /** Stops the test and marks the running step as stopped. */
    void stop() {
        cancelRequest();
        lines().stream().filter(line -> line.running)
                .forEach(line -> line.end(Feather.SLASH, "", messages.get("settings.test.stopped")));
        NodeVisibility.set(stop, false);
    }

    private void cancelRequest() {
        currentRun++;
        ConnectionTest cancelled = runningTest;
        runningTest = null;
        if (cancelled != null) {
            taskRunner.run(cancelled::stop);
        }
    }

    /** Hides the results and cancels the test, because they do not belong to the text that is typed now. */
    void reset() {
        cancelRequest();
        NodeVisibility.set(stop, false);
        NodeVisibility.set(this, false);
        lines().forEach(Line::clear);
    }

    /** Line of one step: its icon, its name and its result. */
    private final class Line extends HBox {
        private final Label icon = new Label();
        private final Label text = new Label();
        private boolean running;

        Line(String step) {
            Label name = new Label(messages.get("settings.test." + step));
            name.getStyleClass().add("test-step");
            text.setId("test-" + step);
            TextWrap.enable(text);
            LiveRegion.announceChanges(text);
            text.setMinHeight(USE_PREF_SIZE);
            icon.getStyleClass().add("test-icon");
            HBox.setHgrow(text, Priority.ALWAYS);
            getStyleClass().add("test-line");
            getChildren().addAll(icon, name, text);
            clear();
        }

        private void clear() {
            running = false;
            show(Feather.CIRCLE, "waiting", "");
        }

        private void begin() {
            running = true;
            show(Feather.CIRCLE, "waiting", "");
            long runId = currentRun;
            taskRunner.runLater(WAIT_SHOWN_AFTER, () -> {
                if (currentRun == runId && running) {
                    ProgressIndicator wait = new ProgressIndicator();
                    wait.getStyleClass().add("small-wait");
                    icon.setGraphic(wait);
                }
            });
        }

        private void showSuccess(String sentence) {
            end(Feather.CHECK_CIRCLE, "success", sentence);
        }

        private void showUntried(String sentence) {
            end(Feather.CIRCLE, "waiting", sentence);
        }

        private void showFailure(String sentence) {
            end(Feather.ALERT_CIRCLE, "danger", sentence);
        }

        private void end(Feather sign, String style, String sentence) {
            running = false;
            show(sign, style, sentence);
        }

        private void show(Feather sign, String style, String sentence) {
            icon.setGraphic(Icons.of(sign));
            getStyleClass().removeAll("success", "danger", "waiting");
            if (!style.isEmpty()) {
                getStyleClass().add(style);
            }
            text.setText(sentence);
        }
    }
}
