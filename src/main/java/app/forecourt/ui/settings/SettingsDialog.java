package app.forecourt.ui.settings;

import app.forecourt.concurrent.TaskRunner;
import app.forecourt.environment.ProfileClients;
import app.forecourt.secret.Vault;
import app.forecourt.settings.Preferences;
import app.forecourt.ui.dialog.Dialogs;
import app.forecourt.ui.dialog.TextDialogs;
import app.forecourt.ui.words.Messages;
import java.nio.file.Path;
import javafx.application.Platform;
import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;

/** Dialog with all settings of this installation, on one page of sections. Nothing is stored before the user saves. */
public final class SettingsDialog {
    /** Width in pixels. The dialog fits a screen of 1366 by 768. */
    private static final double WIDTH = 940;
    private static final double HEIGHT = 660;
    private static final KeyCombination SAVE = new KeyCodeCombination(KeyCode.ENTER,
            KeyCombination.SHORTCUT_DOWN);

    private final Home home;
    private final Dialog<ButtonType> dialog;
    private final ButtonType save;
    private final SettingsForm form;
    private final ConnectionSection connection;
    private final DealershipsSection dealerships;
    private final SettingsPage page;

    /**
     * Home directory of the program and the actions on it.
     *
     * @param directory path of the home directory
     * @param keyFile path of the file that holds the vault's key if the keychain does not
     * @param openDirectory action that opens the directory in the system's file manager
     * @param writeSupportFile action that writes a support file
     * @param forgetEverything action that deletes all data and ends the program
     */
    public record Home(Path directory, Path keyFile, Runnable openDirectory, Runnable writeSupportFile,
            Runnable forgetEverything) {}

    /** Creates the dialog with the stored settings. */
    public SettingsDialog(Preferences preferences, Vault vault, ProfileClients clients,
            TaskRunner taskRunner, Messages messages, Dialogs dialogs, Home home) {
        this.home = home;
        dialog = dialogs.createDialog("settings.title");
        save = dialogs.addButtons(dialog, messages.get("settings.save"));
        Dialogs questions = new Dialogs(this::topWindow, messages, () -> false);
        form = new SettingsForm(preferences, messages);
        connection = new ConnectionSection(form, preferences, vault, home.keyFile(), clients, taskRunner,
                messages, questions);
        dealerships = new DealershipsSection(clients.dealerships(), form, messages);
        page = new SettingsPage(new SettingsSections(form, messages).all(connection.view(),
                dealerships.view(), home, () -> forgetEverything(questions)), messages);
        form.refresh();
    }

    /**
     * Shows the settings until the user saves or cancels.
     *
     * @return true if a setting may have changed
     */
    public boolean show() {
        DialogPane pane = dialog.getDialogPane();
        pane.getStyleClass().add("settings-window");
        pane.setContent(page);
        TextDialogs.makeLarge(dialog, WIDTH, HEIGHT);
        TextDialogs.closeOnEscape(dialog, page);
        Button saveButton = (Button) pane.lookupButton(save);
        saveButton.setId("settingsSave");
        saveButton.addEventFilter(ActionEvent.ACTION, event -> {
            if (page.showFirstInvalid()) {
                event.consume();
            }
        });
        pane.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (SAVE.match(key)) {
                saveButton.fire();
                key.consume();
            }
        });
        dialog.setOnShown(_ -> Platform.runLater(() -> form.fields().filter(SettingField::isActive)
                .findFirst().ifPresent(field -> field.control().requestFocus())));
        boolean saved = dialog.showAndWait().filter(save::equals).isPresent();
        connection.stopTest();
        if (saved) {
            form.save();
            connection.saveSecrets();
            dealerships.save();
        }
        return saved || connection.hasForgottenSignIn();
    }

    /** Returns the owner of a question: this dialog while it is shown, then the main window. */
    private Window topWindow() {
        Window own = dialog.getDialogPane().getScene().getWindow();
        return own.isShowing() ? own : dialog.getOwner();
    }

    private void forgetEverything(Dialogs questions) {
        if (questions.confirmForgetEverything(home.directory())) {
            dialog.close();
            home.forgetEverything().run();
        }
    }
}
