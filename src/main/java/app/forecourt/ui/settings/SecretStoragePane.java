package app.forecourt.ui.settings;

import app.forecourt.concurrent.TaskRunner;
import app.forecourt.secret.Vault;
import app.forecourt.secret.Vault.SecretStorage;
import app.forecourt.settings.Preferences;
import app.forecourt.settings.Setting;
import app.forecourt.ui.dialog.Dialogs;
import app.forecourt.ui.fx.LabelConverter;
import app.forecourt.ui.fx.LiveRegion;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.fx.TextWrap;
import app.forecourt.ui.words.Messages;
import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/**
 * Pane that shows the place of client secret and token. Without a system keychain the user chooses between a key file
 * and this run only. Choosing the file counts as consent to it.
 */
final class SecretStoragePane {
    private static final String KEYCHAIN = "keychain";
    private static final String FILE = "file";
    private static final String RUN = "run";

    private final Preferences preferences;
    private final Vault vault;
    private final TaskRunner taskRunner;
    private final Messages messages;
    private final Path keyFile;
    private final ObservableValue<String> secret;
    private final Label place = new Label();
    private final ComboBox<String> choice = new ComboBox<>();
    private final Label note = SettingsGrid.hint("");
    private final Button retry = new Button();
    private final VBox cell = new VBox(place, choice, note, retry);
    private String previousChoice = "";

    /**
     * Creates the pane and queries the keychain in the background. A secret that can't be read can't be moved unless
     * the user types it again.
     *
     * @param keyFile path of the file that holds the vault's key if the keychain does not
     * @param secret text of the secret field
     */
    SecretStoragePane(Preferences preferences, Vault vault, Path keyFile, ObservableValue<String> secret,
            TaskRunner taskRunner, Messages messages) {
        this.preferences = preferences;
        this.vault = vault;
        this.taskRunner = taskRunner;
        this.messages = messages;
        this.keyFile = keyFile;
        this.secret = secret;
        place.setId("keptIn");
        TextWrap.enable(place);
        choice.setId(Setting.KEEP_SECRETS.key());
        choice.setConverter(new LabelConverter<>(storage -> messages.get("settings.keepSecrets." + storage)));
        choice.valueProperty().subscribe((_, _) -> refreshText());
        secret.subscribe((_, _) -> refreshText());
        note.setId("keepSecrets-note");
        LiveRegion.announceChanges(note);
        retry.setId("keychainAgain");
        retry.setText(messages.get("settings.keychain.again"));
        retry.getStyleClass().add(Styles.SMALL);
        retry.setOnAction(_ -> {
            vault.open();
            refresh();
        });
        cell.getStyleClass().add("setting-cell");
        preferences.fixedBy(Setting.KEEP_SECRETS).ifPresent(source -> cell.getChildren()
                .add(SettingsGrid.hint(messages.get("settings.fixed", source))));
        // Shows the known state first, because the keychain may answer late or never.
        show(vault.state());
        refresh();
    }

    /** Adds the pane to a grid with its label. */
    void addTo(SettingsGrid grid) {
        grid.add(messages.get("settings.keepSecrets"), choice, cell);
    }

    /** Queries the vault's state in the background and shows the result. */
    void refresh() {
        var unused = vault.decideStorage().thenAcceptAsync(this::show, taskRunner.fxThread());
    }

    private void show(Vault.State state) {
        String wanted = preferences.get(Setting.KEEP_SECRETS).strip().toLowerCase(Locale.ROOT);
        SecretStorage storage = state.storage();
        boolean keychainOffered = !wanted.equals(KEYCHAIN);
        place.setText(messages.get(storage == SecretStorage.KEYCHAIN ? "settings.keepSecrets.keychain"
                : "settings.kept.undecided"));
        boolean isChoosable = storage == SecretStorage.FILE || storage == SecretStorage.RUN_ONLY;
        NodeVisibility.set(choice, isChoosable);
        NodeVisibility.set(place, !isChoosable);
        NodeVisibility.set(retry, state.isLocked());
        previousChoice = storage == SecretStorage.FILE ? FILE : RUN;
        choice.getItems().setAll(keychainOffered ? List.of(KEYCHAIN, FILE, RUN) : List.of(FILE, RUN));
        choice.setValue(previousChoice);
        refreshText();
    }

    /** Returns whether the environment sets the secret, so that only the token is lost at the end of the run. */
    private boolean isSecretFixed() {
        return preferences.fixedBy(Setting.CLIENT_SECRET).isPresent();
    }

    private void refreshText() {
        boolean locked = vault.state().isLocked();
        note.setText(locked ? messages.get("settings.keychain.locked")
                : !choice.isVisible() ? ""
                        : switch (String.valueOf(choice.getValue())) {
                            case FILE -> messages.get("settings.keepSecrets.file.hint", keyFile.toString());
                            case RUN -> messages.get((choice.getItems().contains(KEYCHAIN)
                                    ? "settings.keepSecrets.run.hint"
                                    : "settings.keychain.missing") + (isSecretFixed() ? ".given" : ""));
                            default -> "";
                        });
        choice.setDisable(preferences.fixedBy(Setting.KEEP_SECRETS).isPresent()
                || (locked && secret.getValue().isEmpty()));
        note.pseudoClassStateChanged(Styles.STATE_DANGER, locked);
        NodeVisibility.set(note, !note.getText().isEmpty());
    }

    /**
     * Moves the secrets to the chosen storage. Runs after the typed secrets are stored. If the keychain was chosen and
     * is missing, the secrets stay in the previous storage.
     *
     * @param dialogs dialogs for the message that the keychain is missing
     */
    void save(Dialogs dialogs) {
        String wanted = choice.getValue();
        if (!choice.isVisible() || choice.isDisabled() || wanted.equals(previousChoice)) {
            return;
        }
        preferences.put(Setting.KEEP_SECRETS, wanted);
        var unused = vault.moveToChosenStorage().thenAcceptAsync(state -> {
            if (wanted.equals(KEYCHAIN) && state.storage() != SecretStorage.KEYCHAIN) {
                preferences.put(Setting.KEEP_SECRETS, previousChoice);
                dialogs.showMessage("settings.title", "settings.keychain.none");
            }
        }, taskRunner.fxThread());
    }
}
