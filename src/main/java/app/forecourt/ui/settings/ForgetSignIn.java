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
final class ForgetSignIn {
    private final Vault vault;
    private final TaskRunner background;
    private final Messages words;
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
    ForgetSignIn(Vault vault, TaskRunner background, Messages words, Dialogs dialogs, Runnable clearFields,
            Runnable onForgotten) {
        this.vault = vault;
        this.background = background;
        this.words = words;
        this.dialogs = dialogs;
        this.clearFields = clearFields;
        this.onForgotten = onForgotten;
        button.setText(words.get("settings.forget"));
        button.setId("forgetSignIn");
        button.getStyleClass().add(Styles.BUTTON_OUTLINED);
        button.setOnAction(_ -> forget());
        result.setId("forgotten");
        LiveRegion.follow(result);
        NodeVisibility.when(result, false);
    }

    void addTo(SettingsGrid grid) {
        VBox cell = new VBox(button, result);
        cell.getStyleClass().add("setting-cell");
        grid.add("", button, cell);
    }

    private void forget() {
        if (!dialogs.confirmForgetting()) {
            return;
        }
        isDone = true;
        clearFields.run();
        showResult(words.get("settings.forgetting"));
        var unused = vault.forgetAll().thenAcceptAsync(remains -> {
            showResult(sentence(remains));
            onForgotten.run();
        }, background.window());
    }

    private String sentence(EraseReport remains) {
        String key = remains.isNothing() ? words.get("settings.forgotten")
                : remains.isKey() ? words.get("settings.forgotten.not") : "";
        return remains.files().isEmpty() ? key
                : (key + " " + words.get("settings.forgotten.files", remains.files().stream()
                        .map(Path::toString).collect(Collectors.joining(", ")))).strip();
    }

    private void showResult(String sentence) {
        result.setText(sentence);
        NodeVisibility.when(result, true);
    }

    /** Returns whether the user deleted the stored credentials. */
    boolean isDone() {
        return isDone;
    }
}
