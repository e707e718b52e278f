package app.forecourt.ui.settings;

import app.forecourt.concurrent.TaskRunner;
import app.forecourt.secret.EraseReport;
import app.forecourt.secret.Vault;
import app.forecourt.ui.dialog.Dialogs;
import app.forecourt.ui.fx.LiveRegion;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.words.Messages;
import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/**
 * Button that deletes all stored credentials after a confirmation. The label below names everything that could not be
 * deleted.
 */
final class ForgetSignInAction {
    private final Vault vault;
    private final TaskRunner taskRunner;
    private final Messages messages;
    private final Dialogs dialogs;
    private final Runnable clearFields;
    private final Runnable onForgotten;
    private final Button button = new Button();
    private final Label result = SettingsGrid.hint("");
    private boolean isDone;

    /**
     * Creates the button.
     *
     * @param clearFields action that clears the credentials outside the vault: client ids and typed secrets
     * @param onForgotten action that shows the state of the vault after the deletion
     */
    ForgetSignInAction(Vault vault, TaskRunner taskRunner, Messages messages, Dialogs dialogs,
            Runnable clearFields,
            Runnable onForgotten) {
        this.vault = vault;
        this.taskRunner = taskRunner;
        this.messages = messages;
        this.dialogs = dialogs;
        this.clearFields = clearFields;
        this.onForgotten = onForgotten;
        button.setText(messages.get("settings.forget.button"));
        button.setId("forgetSignIn");
        button.getStyleClass().add(Styles.BUTTON_OUTLINED);
        button.setOnAction(_ -> forget());
        result.setId("forgotten");
        LiveRegion.announceChanges(result);
        NodeVisibility.set(result, false);
    }

    void addTo(SettingsGrid grid) {
        VBox cell = new VBox(button, result);
        cell.getStyleClass().add("setting-cell");
        grid.add("", button, cell);
    }

    private void forget() {
        if (!dialogs.confirmForgetSignIn()) {
            return;
        }
        isDone = true;
        clearFields.run();
        showResult(messages.get("settings.forgetting"));
        var unused = vault.forgetAll().thenAcceptAsync(remains -> {
            showResult(sentence(remains));
            onForgotten.run();
        }, taskRunner.fxThread());
    }

    private String sentence(EraseReport remains) {
        String key = remains.isComplete() ? messages.get("settings.forgotten")
                : remains.isKeyLeft() ? messages.get("settings.forgotten.not") : "";
        return remains.remainingFiles().isEmpty() ? key
                : (key + " " + messages.get("settings.forgotten.files", remains.remainingFiles().stream()
                        .map(Path::toString).collect(Collectors.joining(", ")))).strip();
    }

    private void showResult(String sentence) {
        result.setText(sentence);
        NodeVisibility.set(result, true);
    }

    /** Returns whether the user deleted the stored credentials. */
    boolean isDone() {
        return isDone;
    }
}
