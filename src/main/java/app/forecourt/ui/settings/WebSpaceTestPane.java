package app.forecourt.ui.settings;

import app.forecourt.concurrent.TaskRunner;
import app.forecourt.model.photos.WebSpaceCheck;
import app.forecourt.model.photos.WebSpaceCheck.StepState;
import app.forecourt.model.photos.WebSpaceCheck.UnacceptedHost;
import app.forecourt.photo.store.HostIdentity;
import app.forecourt.photo.store.StoreCheck.Outcome;
import app.forecourt.photo.store.StoreCheck.Step;
import app.forecourt.photo.store.StoreSettings;
import app.forecourt.ui.dialog.Dialogs;
import app.forecourt.ui.fx.LiveRegion;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.fx.TextWrapPolicy;
import app.forecourt.ui.settings.TestLine.Mark;
import app.forecourt.ui.words.Messages;
import app.forecourt.ui.words.WebSpaceMessages;
import atlantafx.base.theme.Styles;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.collections.MapChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * Pane with the steps of the test of a web space. A new host is shown with its fingerprint, and the user accepts it. A
 * host that has changed is refused; forgetting its earlier key is a step of its own, with a question.
 */
final class WebSpaceTestPane extends VBox {
    /** Characters of a fingerprint that fit in a line. Those of SSH keys do, those of certificates do not. */
    private static final int LONGEST_LINE = 60;

    private final WebSpaceCheck test;
    private final TaskRunner taskRunner;
    private final Messages messages;
    private final WebSpaceMessages faults;
    private final Label title = new Label();
    private final Button stop;
    private final Map<Step, TestLine> lines = new EnumMap<>(Step.class);
    private final VBox hostBox = new VBox();
    private final Label hostText = new Label();
    private final Label fingerprint = fingerprintLabel("hostFingerprint");
    private final Label earlierFingerprint = fingerprintLabel("hostEarlierFingerprint");
    private final HBox earlierLine;
    private final Button accept;
    private final Button forget;
    private StoreSettings.Kind kind = StoreSettings.Kind.SFTP;

    /** @param start button that starts the test; gets the focus when a button here disappears */
    WebSpaceTestPane(WebSpaceCheck test, Button start, SettingsForm form, TaskRunner taskRunner,
            Messages messages, Dialogs dialogs) {
        this.test = test;
        this.taskRunner = taskRunner;
        this.messages = messages;
        faults = new WebSpaceMessages(messages);
        title.setId("webSpaceTestTitle");
        title.getStyleClass().add("test-title");
        LiveRegion.announceChanges(title);
        stop = form.button("webSpaceTestStop", "settings.test.stop", _ -> {
            start.requestFocus();
            test.stop();
        });
        stop.getStyleClass().add("small");
        HBox head = new HBox(title, stop);
        head.getStyleClass().add("test-head");
        getChildren().add(head);
        for (Step step : Step.values()) {
            TestLine line = new TestLine("webSpaceTest-" + Messages.key(step),
                    messages.get("webspace.step." + Messages.key(step)));
            lines.put(step, line);
            getChildren().add(line);
        }
        Label direct = SettingField.hint("");
        direct.setId("webSpaceTestDirect");
        LiveRegion.announceChanges(direct);
        getChildren().add(direct);
        test.pastProxy().subscribe(isPast -> {
            direct.setText(isPast ? messages.get("webspace.past_proxy") : "");
            NodeVisibility.set(direct, isPast);
        });
        hostText.setId("hostText");
        TextWrapPolicy.enable(hostText);
        hostText.setMinHeight(USE_PREF_SIZE);
        LiveRegion.announceChanges(hostText);
        earlierLine = fingerprintLine("settings.host.accepted", earlierFingerprint);
        accept = form.button("acceptHost", "settings.host.accept", _ -> {
            start.requestFocus();
            test.accept();
        });
        forget = form.button("forgetHost", "settings.host.forget", _ -> {
            if (dialogs.ask("settings.host.forget.title", "settings.host.forget.ask",
                    "settings.host.forget.yes",
                    "settings.host.forget.no")) {
                start.requestFocus();
                test.forgetAccepted();
            }
        });
        forget.getStyleClass().addAll(Styles.DANGER, Styles.BUTTON_OUTLINED);
        hostBox.getChildren().addAll(hostText, earlierLine,
                fingerprintLine("settings.host.shown", fingerprint),
                new HBox(accept, forget));
        hostBox.getStyleClass().add("host-identity");
        getChildren().add(hostBox);
        getStyleClass().add("test-steps");
        test.steps().addListener((MapChangeListener<Step, StepState>) change -> show(change.getKey(),
                Objects.requireNonNull(change.getMap().get(change.getKey()))));
        test.host().subscribe(this::showHost);
        NodeVisibility.set(this, false);
    }

    /**
     * Shows the pane and what is known.
     *
     * @param testedKind the kind of the tested web space
     */
    void open(StoreSettings.Kind testedKind) {
        kind = testedKind;
        NodeVisibility.set(this, true);
        test.steps().forEach(this::show);
        SettingsPage.scrollTo(this);
    }

    /** Hides the results and stops the test, because they do not belong to the values that are typed now. */
    void reset() {
        if (isVisible()) {
            test.reset();
            NodeVisibility.set(this, false);
        }
    }

    private static Label fingerprintLabel(String id) {
        Label label = new Label();
        label.setId(id);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add("fingerprint");
        return label;
    }

    private HBox fingerprintLine(String key, Label value) {
        Label name = new Label(messages.get(key));
        name.getStyleClass().add("test-step");
        HBox line = new HBox(name, value);
        line.getStyleClass().add("fingerprint-line");
        return line;
    }

    /** Returns a fingerprint in one line or in two, so that it is visible as a whole. */
    private static String inLines(String text) {
        int half = (text.length() + 1) / 2;
        return text.length() <= LONGEST_LINE ? text : text.substring(0, half) + "\n" + text.substring(half);
    }

    private void show(Step step, StepState state) {
        TestLine line = Objects.requireNonNull(lines.get(step));
        switch (state) {
            case StepState.Waiting _ -> line.end(Mark.WAITING, "");
            case StepState.Running _ -> line.begin(taskRunner);
            case StepState.Stopped _ -> line.end(Mark.STOPPED, messages.get("settings.test.stopped"));
            case StepState.Ended(Outcome outcome) -> show(line, outcome);
        }
        boolean isRunning = test.runningStep().isPresent();
        NodeVisibility.set(stop, isRunning);
        title.setText(messages.get(test.isPassed() ? "settings.webSpaceTest.passed"
                : isRunning ? "settings.webSpaceTest.running" : "settings.webSpaceTest.failed"));
    }

    private void show(TestLine line, Outcome outcome) {
        switch (outcome) {
            case Outcome.Done _ -> line.end(Mark.SUCCESS, messages.get("webspace.step.done"));
            case Outcome.Skipped _ -> line.end(Mark.WAITING, messages.get("webspace.step.skipped"));
            case Outcome.StoreFailed(var failure) ->
                line.end(Mark.FAILURE, faults.sentence(failure.fault(), kind));
            case Outcome.NotPublic(var fault) -> line.end(Mark.FAILURE, faults.sentence(fault));
        }
    }

    private void showHost(Optional<UnacceptedHost> unaccepted) {
        NodeVisibility.set(hostBox, unaccepted.isPresent());
        unaccepted.ifPresent(host -> {
            boolean isNew = host.accepted().isEmpty();
            HostIdentity.Key key = host.shown().key();
            String kind = messages.get("settings.host." + Messages.key(key.kind()),
                    host.shown().description());
            hostText.setText(messages.get(isNew ? "settings.host.new" : "settings.host.changed",
                    key.host() + ":" + key.port(), kind));
            fingerprint.setText(inLines(host.shown().fingerprint()));
            earlierFingerprint.setText(inLines(host.accepted().orElse("")));
            NodeVisibility.set(earlierLine, !isNew);
            NodeVisibility.set(accept, isNew);
            NodeVisibility.set(forget, !isNew);
            SettingsPage.scrollTo(this);
        });
    }
}
