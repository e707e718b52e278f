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

/** Has all that signs in forgotten, after a question, and says below the button what could not be. */
final class ForgetSignIn {
    private final Vault vault;
    private final TaskRunner background;
    private final Messages words;
    private final Dialogs dialogs;
    private final Runnable first;
    private final Runnable then;
    private final Button button = new Button();
    private final Label told = SettingsGrid.hint("");
    private boolean isDone;

    /**
     * The button.
     *
     * @param first blanks what the vault does not keep
     * @param then looks at what is kept now
     */
    ForgetSignIn(Vault vault, TaskRunner background, Messages words, Dialogs dialogs, Runnable first,
            Runnable then) {
        this.vault = vault;
        this.background = background;
        this.words = words;
        this.dialogs = dialogs;
        this.first = first;
        this.then = then;
        button.setText(words.get("settings.forget"));
        button.setId("forgetSignIn");
        button.getStyleClass().add(Styles.BUTTON_OUTLINED);
        button.setOnAction(event -> forget());
        told.setId("forgotten");
        LiveRegion.follow(told);
        NodeVisibility.when(told, false);
    }

    void addTo(SettingsGrid grid) {
        VBox cell = new VBox(button, told);
        cell.getStyleClass().add("setting-cell");
        grid.add("", button, cell);
    }

    private void forget() {
        if (!dialogs.confirmForgetting()) {
            return;
        }
        isDone = true;
        first.run();
        showResult(words.get("settings.forgetting"));
        var unused = vault.forgetAll().thenAcceptAsync(remains -> {
            showResult(sentence(remains));
            then.run();
        }, background.window());
    }

    private String sentence(EraseReport remains) {
        String key = remains.isNothing() ? words.get("settings.forgotten")
                : remains.isKey() ? words.get("settings.forgotten.not") : "";
        return remains.files().isEmpty() ? key
                : (key + " " + words.get("settings.forgotten.files", remains.files().stream()
                        .map(Path::toString).collect(Collectors.joining(", ")))).strip();
    }

    private void showResult(String what) {
        told.setText(what);
        NodeVisibility.when(told, true);
    }

    /** Whether it was forgotten. */
    boolean isDone() {
        return isDone;
    }
}
