package app.forecourt.ui.settings;

import app.forecourt.autochat.ConnectionTest;
import app.forecourt.autochat.OptionsOutcome;
import app.forecourt.autochat.SendOutcome.Cause;
import app.forecourt.autochat.SignInOutcome;
import app.forecourt.autochat.token.Connection;
import app.forecourt.concurrent.TaskRunner;
import app.forecourt.environment.ProfileClients;
import app.forecourt.secret.SecretStorage;
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
 * Tries a connection before it is kept, and tells what came of each step on its own line: the address, the signing in,
 * the options. The next step is made only when the one before was right. What is stopped is broken off, so that nothing
 * goes on behind the window.
 */
final class ConnectionTestPane extends VBox {
    /** Nobody needs to be told of a wait that is hardly one. */
    private static final Duration UNNOTICED = Duration.ofMillis(300);

    private final ProfileClients environments;
    private final TaskRunner background;
    private final Messages words;
    private final OutcomeMessages telling;
    private final Label title = new Label();
    private final Button stop = new Button();
    private final Line address;
    private final Line token;
    private final Line options;
    private long run;
    private @Nullable ConnectionTest trial;

    ConnectionTestPane(ProfileClients environments, TaskRunner background, Messages words) {
        this.environments = environments;
        this.background = background;
        this.words = words;
        this.telling = new OutcomeMessages(words);
        address = new Line("address");
        token = new Line("token");
        options = new Line("options");
        title.setId("testTitle");
        title.getStyleClass().add("test-title");
        stop.setId("testStop");
        stop.setText(words.get("settings.test.stop"));
        stop.getStyleClass().add("small");
        stop.setOnAction(event -> stop());
        HBox head = new HBox(title, stop);
        head.getStyleClass().add("test-head");
        getStyleClass().add("test-steps");
        getChildren().addAll(head, address, token, options);
        forget();
    }

    private record Tried(Connection connection, ConnectionTest trial) {}

    /**
     * Begins.
     *
     * @param typed gives the connection as it is typed; may wait for the system's keychain
     */
    void begin(Profile profile, Callable<Connection> typed) {
        forget();
        title.setText(words.get("settings.test.title", words.name(profile)));
        NodeVisibility.when(this, true);
        lead();
        long mine = run;
        background.later(UNNOTICED, () -> {
            if (run == mine && isRunning()) {
                NodeVisibility.when(stop, true);
            }
        });
        step(mine, address, () -> {
            Connection connection = typed.call();
            Tried tried = new Tried(connection, environments.client(connection).trial());
            return new Answer(tried, tried.trial().address());
        }, answer -> {
            trial = answer.tried().trial();
            answer.fault().ifPresentOrElse(
                    cause -> address.bad(telling.sentence(new OptionsOutcome.Failed(cause, 0), profile)),
                    () -> {
                        String host = answer.tried().connection().address().getAuthority();
                        // Nobody was asked there yet: that is the options' step.
                        address.untried(words.get("settings.test.address.untried", host));
                        signIn(mine, profile, answer.tried(), host);
                    });
        });
    }

    /** Puts what comes of it where it is seen. */
    private void lead() {
        for (Node around = this; around != null; around = around.getParent()) {
            if (around instanceof ScrollPane page) {
                // It has no place before the next layout.
                Platform.runLater(() -> {
                    page.layout();
                    FormPane.bringIntoView(page, this);
                });
            }
        }
    }

    private record SignedIn(SignInOutcome signIn, SecretStorage keeping) {}

    private record Answer(Tried tried, Optional<Cause> fault) {}

    private void signIn(long mine, Profile profile, Tried tried, String host) {
        step(mine, token, () -> new SignedIn(tried.trial().signIn(), environments.keeping(profile)), came -> {
            SignInOutcome signedIn = came.signIn();
            String what = signedIn instanceof SignInOutcome.SignedIn
                    && came.keeping() == SecretStorage.RUN_ONLY
                            ? words.get("settings.test.token.run")
                            : telling.sentence(signedIn, profile);
            if (signedIn instanceof SignInOutcome.SignedIn) {
                token.good(what);
                options(mine, profile, tried.trial(), host);
            } else {
                token.bad(what);
            }
        });
    }

    private void options(long mine, Profile profile, ConnectionTest tried, String host) {
        step(mine, options, tried::options, outcome -> {
            if (outcome.isAnswered()) {
                address.good(host);
            }
            if (outcome instanceof OptionsOutcome.Loaded(var list, var whole, var leftOut)) {
                options.good(words.get("settings.test.options.good", list.size()));
            } else {
                options.bad(telling.sentence(outcome, profile));
            }
        });
    }

    private <T> void step(long mine, Line line, Callable<T> blocking, Consumer<T> done) {
        line.begin();
        background.run(blocking, result -> {
            if (run == mine) {
                done.accept(result);
                NodeVisibility.when(stop, stop.isVisible() && isRunning());
            }
        }, bug -> {
            if (run == mine) {
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

    /** Breaks off what is under way. */
    void stop() {
        breakOff();
        lines().stream().filter(line -> line.running)
                .forEach(line -> line.end(Feather.SLASH, "", words.get("settings.test.stopped")));
        NodeVisibility.when(stop, false);
    }

    private void breakOff() {
        run++;
        ConnectionTest underWay = trial;
        trial = null;
        if (underWay != null) {
            background.run(underWay::stop);
        }
    }

    /** What was told was of something else than what is typed now. */
    void forget() {
        breakOff();
        NodeVisibility.when(stop, false);
        NodeVisibility.when(this, false);
        lines().forEach(Line::clear);
    }

    /** One step: its sign, its name, and what came of it. */
    private final class Line extends HBox {
        private final Label icon = new Label();
        private final Label text = new Label();
        private boolean running;

        Line(String step) {
            Label name = new Label(words.get("settings.test." + step));
            name.getStyleClass().add("test-step");
            text.setId("test-" + step);
            TextWrap.enable(text);
            LiveRegion.follow(text);
            text.setMinHeight(USE_PREF_SIZE);
            icon.getStyleClass().add("test-icon");
            HBox.setHgrow(text, Priority.ALWAYS);
            getStyleClass().add("test-line");
            getChildren().addAll(icon, name, text);
            clear();
        }

        private void clear() {
            running = false;
            tell(Feather.CIRCLE, "waiting", "");
        }

        private void begin() {
            running = true;
            tell(Feather.CIRCLE, "waiting", "");
            long mine = run;
            background.later(UNNOTICED, () -> {
                if (run == mine && running) {
                    ProgressIndicator wait = new ProgressIndicator();
                    wait.getStyleClass().add("small-wait");
                    icon.setGraphic(wait);
                }
            });
        }

        private void good(String what) {
            end(Feather.CHECK_CIRCLE, "success", what);
        }

        private void untried(String what) {
            end(Feather.CIRCLE, "waiting", what);
        }

        private void bad(String what) {
            end(Feather.ALERT_CIRCLE, "danger", what);
        }

        private void end(Feather sign, String style, String what) {
            running = false;
            tell(sign, style, what);
        }

        private void tell(Feather sign, String style, String what) {
            icon.setGraphic(Icons.of(sign));
            getStyleClass().removeAll("success", "danger", "waiting");
            if (!style.isEmpty()) {
                getStyleClass().add(style);
            }
            text.setText(what);
        }
    }
}
