package app.forecourt.ui.settings;

import app.forecourt.concurrent.TaskRunner;
import app.forecourt.model.photos.WebSpaceCheck;
import app.forecourt.model.photos.WebSpaceCheck.UnacceptedHost;
import app.forecourt.photo.store.HostIdentity;
import app.forecourt.photo.store.StoreCheck.Outcome;
import app.forecourt.photo.store.StoreCheck.Step;
import app.forecourt.ui.dialog.Dialogs;
import app.forecourt.ui.fx.LiveRegion;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.fx.TextWrapPolicy;
import app.forecourt.ui.settings.TestLine.Mark;
import app.forecourt.ui.words.Messages;
import app.forecourt.ui.words.WebSpaceMessages;
import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * Pane with the steps of the test of a web space. A new host is shown with its fingerprint, and the user accepts it. A
 * host that has changed is refused; forgetting its earlier key is a step of its own, with a question.
 */
final class WebSpaceTestPane extends SteppedTestPane<Step, Outcome> {
    /** Characters of a fingerprint that fit in a line. Those of SSH keys do, those of certificates do not. */
    private static final int LONGEST_LINE = 60;

    private final Messages messages;
    private final WebSpaceMessages faults;
    private final VBox hostBox = new VBox();
    private final Label hostText = new Label();
    private final Label fingerprint = fingerprintLabel("hostFingerprint");
    private final Label earlierFingerprint = fingerprintLabel("hostEarlierFingerprint");
    private final HBox earlierLine;
    private final Button accept;
    private final Button forget;

    /** @param start button that starts the test; gets the focus when a button here disappears */
    WebSpaceTestPane(
            WebSpaceCheck test,
            Button start,
            SettingsForm form,
            TaskRunner taskRunner,
            Messages messages,
            Dialogs dialogs) {
        super(test, Step.class, "webSpaceTest", "webspace.step.", start, form, taskRunner, messages);
        this.messages = messages;
        faults = new WebSpaceMessages(messages);
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
            if (dialogs.ask(
                    "settings.host.forget.title",
                    "settings.host.forget.ask",
                    "settings.host.forget.yes",
                    "settings.host.forget.no")) {
                start.requestFocus();
                test.forgetAccepted();
            }
        });
        forget.getStyleClass().addAll(Styles.DANGER, Styles.BUTTON_OUTLINED);
        hostBox.getChildren()
                .addAll(
                        hostText,
                        earlierLine,
                        fingerprintLine("settings.host.shown", fingerprint),
                        new HBox(accept, forget));
        hostBox.getStyleClass().add("host-identity");
        getChildren().add(hostBox);
        test.host().subscribe(this::showHost);
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

    @Override
    void showResult(TestLine line, Outcome outcome) {
        switch (outcome) {
            case Outcome.Done _ -> line.end(Mark.SUCCESS, messages.get("webspace.step.done"));
            case Outcome.Skipped _ -> line.end(Mark.WAITING, messages.get("webspace.step.skipped"));
            case Outcome.StoreFailed(var failure) -> line.end(Mark.FAILURE, faults.sentence(failure.fault()));
            case Outcome.NotPublic(var fault) -> line.end(Mark.FAILURE, faults.sentence(fault));
        }
    }

    private void showHost(Optional<UnacceptedHost> unaccepted) {
        NodeVisibility.set(hostBox, unaccepted.isPresent());
        unaccepted.ifPresent(host -> {
            boolean isNew = host.accepted().isEmpty();
            HostIdentity.Key key = host.shown().key();
            String kind = messages.get(
                    "settings.host." + Messages.key(key.kind()), host.shown().description());
            hostText.setText(messages.get(
                    isNew ? "settings.host.new" : "settings.host.changed", key.host() + ":" + key.port(), kind));
            fingerprint.setText(inLines(host.shown().fingerprint()));
            earlierFingerprint.setText(inLines(host.accepted().orElse("")));
            NodeVisibility.set(earlierLine, !isNew);
            NodeVisibility.set(accept, isNew);
            NodeVisibility.set(forget, !isNew);
            SettingsPage.scrollTo(this);
        });
    }
}
