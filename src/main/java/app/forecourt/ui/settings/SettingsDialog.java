package app.forecourt.ui.settings;

import app.forecourt.concurrent.TaskRunner;
import app.forecourt.environment.ProfileClients;
import app.forecourt.secret.Vault;
import app.forecourt.settings.Preferences;
import app.forecourt.ui.dialog.DialogPlacement;
import app.forecourt.ui.dialog.Dialogs;
import app.forecourt.ui.dialog.TextDialogs;
import app.forecourt.ui.dialog.TextMenu;
import app.forecourt.ui.fx.Theme;
import app.forecourt.ui.words.Messages;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Control;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
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

    private final Messages messages;
    private final Home home;
    private final Dialog<ButtonType> dialog = new Dialog<>();
    private final ConnectionSection connection;
    private final List<SettingsSection> sections;
    private final SettingsPage page;
    private final ButtonType save;
    private final ButtonType cancel;

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
            TaskRunner taskRunner, Messages messages, Home home) {
        this.messages = messages;
        this.home = home;
        Dialogs dialogs = new Dialogs(this::owner, messages, () -> false);
        connection = new ConnectionSection(preferences, vault, home.keyFile(), clients, taskRunner, messages,
                dialogs);
        sections = List.of(connection, new DealershipsSection(clients.dealerships(), messages),
                new PricingSection(preferences, messages), new SendingSection(preferences, messages),
                new AppearanceSection(preferences, messages), new NetworkSection(preferences, messages),
                new PrivacySection(preferences, home, () -> forgetEverything(dialogs), messages));
        page = new SettingsPage(sections, messages);
        save = new ButtonType(messages.get("settings.save"), ButtonData.OK_DONE);
        cancel = new ButtonType(messages.get("settings.cancel"), ButtonData.CANCEL_CLOSE);
    }

    /**
     * Shows the settings until the user saves or cancels.
     *
     * @return true if a setting may have changed
     */
    public boolean show(Window owner) {
        dialog.initOwner(owner);
        TextMenu.install(dialog.getDialogPane(), messages);
        dialog.setTitle(messages.get("settings.title"));
        DialogPane pane = dialog.getDialogPane();
        pane.getStylesheets().add(Theme.STYLE_SHEET);
        pane.getStyleClass().add("settings-window");
        pane.getButtonTypes().addAll(save, cancel);
        pane.setContent(page);
        TextDialogs.makeLarge(dialog, WIDTH, HEIGHT);
        DialogPlacement.install(dialog);
        Button saveButton = (Button) pane.lookupButton(save);
        saveButton.setId("settingsSave");
        saveButton.addEventFilter(ActionEvent.ACTION,
                event -> invalidControls().findFirst().ifPresent(control -> {
                    page.showAndFocus(control);
                    event.consume();
                }));
        pane.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            // A text field with a formatter consumes Esc, and so does a list.
            if (key.getCode() == KeyCode.ESCAPE
                    && (key.getTarget() instanceof TextField || key.getTarget() instanceof ListView)) {
                ((Button) pane.lookupButton(cancel)).fire();
                key.consume();
            } else if (new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN).match(key)) {
                saveButton.fire();
                key.consume();
            }
        });
        dialog.setOnShown(_ -> Platform.runLater(connection.firstEditableField()::requestFocus));
        boolean saved = dialog.showAndWait().filter(save::equals).isPresent();
        if (saved) {
            sections.forEach(SettingsSection::save);
        } else {
            connection.stopTest();
        }
        return saved || connection.hasForgottenSignIn();
    }

    private Stream<Control> invalidControls() {
        return sections.stream().flatMap(SettingsSection::invalidControls);
    }

    /** Returns the owner of a new dialog: this dialog while it is shown, then the main window. */
    private Window owner() {
        Window own = dialog.getDialogPane().getScene().getWindow();
        return own.isShowing() ? own : dialog.getOwner();
    }

    private void forgetEverything(Dialogs dialogs) {
        if (dialogs.confirmForgetEverything(home.directory())) {
            dialog.setResult(cancel);
            dialog.close();
            home.forgetEverything().run();
        }
    }
}
