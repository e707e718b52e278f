package app.forecourt.ui.settings;

import app.forecourt.secret.SecretStorage;
import app.forecourt.secret.Vault;
import app.forecourt.settings.Setting;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.fx.SafeTextWrap;
import app.forecourt.ui.fx.TypeAheadComboBox;
import app.forecourt.ui.settings.SettingField.Note;
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
 * Field of the place of client secret and token. Without a system keychain the user chooses between a key file and this
 * run only. Choosing the file counts as consent to it.
 */
final class SecretStorageField {
    private static final String KEYCHAIN = "keychain";
    private static final String FILE = "file";
    private static final String RUN = "run";

    private final SettingFields form;
    private final Vault vault;
    private final Messages messages;
    private final Path keyFile;
    private final ObservableValue<String> secret;
    private final Label place = new Label();
    private final ComboBox<String> choice;
    private final Button retry;
    private final SettingField field;
    private String previousChoice = "";

    /**
     * Creates the field and queries the keychain in the background. A secret that can't be read can't be moved unless
     * the user types it again.
     *
     * @param form form with the field of the client secret
     * @param keyFile path of the file that holds the vault's key if the keychain does not
     */
    SecretStorageField(SettingFields form, Vault vault, Path keyFile) {
        this.form = form;
        this.vault = vault;
        messages = form.messages;
        this.keyFile = keyFile;
        secret = form.input(Setting.CLIENT_SECRET).textProperty();
        retry = form.button("keychainAgain", "settings.keychain.again", _ -> {
            vault.open();
            refresh();
        });
        retry.getStyleClass().add(Styles.SMALL);
        choice = new TypeAheadComboBox<>(storage -> messages.get("settings.keepSecrets." + storage));
        field = form.create(Setting.KEEP_SECRETS, choice, new VBox(place, choice))
                .with(retry);
        place.setId("keptIn");
        SafeTextWrap.enable(place);
        choice.valueProperty().subscribe((_, _) -> refreshNote());
        secret.subscribe((_, _) -> refreshNote());
        // Shows the known state first, because the keychain may answer late or never.
        show(vault.state());
        refresh();
    }

    SettingField field() {
        return field;
    }

    /** Queries the vault's state in the background and shows the result. */
    void refresh() {
        var unused = vault.decideStorage().thenAcceptAsync(this::show, form.taskRunner.fxThread());
    }

    private void show(Vault.State state) {
        String wanted = form.preferences.get(Setting.KEEP_SECRETS).strip().toLowerCase(Locale.ROOT);
        SecretStorage storage = state.storage();
        place.setText(messages.get(
                storage == SecretStorage.KEYCHAIN ? "settings.keepSecrets.keychain" : "settings.kept.undecided"));
        boolean isChoosable = storage == SecretStorage.FILE || storage == SecretStorage.RUN_ONLY;
        NodeVisibility.set(choice, isChoosable);
        NodeVisibility.set(place, !isChoosable);
        NodeVisibility.set(retry, state.isLocked());
        previousChoice = storage == SecretStorage.FILE ? FILE : RUN;
        choice.getItems().setAll(wanted.equals(KEYCHAIN) ? List.of(FILE, RUN) : List.of(KEYCHAIN, FILE, RUN));
        choice.setValue(previousChoice);
        refreshNote();
    }

    private void refreshNote() {
        boolean locked = vault.state().isLocked();
        boolean isTypedAgain = !secret.getValue().isEmpty();
        choice.setDisable(form.preferences.fixedBy(Setting.KEEP_SECRETS).isPresent() || (locked && !isTypedAgain));
        // The note of the choice says how long the retyped secret is kept.
        boolean isUnreadable = locked && !(isTypedAgain && choice.isVisible());
        field.show(new Note(isUnreadable ? lockedNote() : note(), isUnreadable));
    }

    private String lockedNote() {
        return vault.keyFile()
                .map(file -> messages.get("settings.keychain.locked.file", file.toString()))
                .orElseGet(() -> messages.get("settings.keychain.locked"));
    }

    /** Returns the consequence of the choice. */
    private String note() {
        return !choice.isVisible()
                ? ""
                : switch (String.valueOf(choice.getValue())) {
                    case FILE -> messages.get("settings.keepSecrets.file.hint", keyFile.toString());
                    case RUN ->
                        messages.get(
                                choice.getItems().contains(KEYCHAIN)
                                        ? "settings.keepSecrets.run.hint"
                                        : "settings.keychain.missing");
                    default -> "";
                };
    }

    /** Returns whether the user chose another storage. */
    boolean isEdited() {
        return choice.isVisible() && !choice.isDisabled() && !choice.getValue().equals(previousChoice);
    }

    /**
     * Moves the secrets to the chosen storage. Runs after the typed secrets are stored. If the keychain was chosen and
     * is missing, the secrets stay in the previous storage.
     */
    void save() {
        if (!isEdited()) {
            return;
        }
        String wanted = choice.getValue();
        form.preferences.put(Setting.KEEP_SECRETS, wanted);
        var unused = vault.moveToChosenStorage()
                .thenAcceptAsync(
                        state -> {
                            if (wanted.equals(KEYCHAIN) && state.storage() != SecretStorage.KEYCHAIN) {
                                form.preferences.put(Setting.KEEP_SECRETS, previousChoice);
                                form.dialogs.showMessage("settings.title", "settings.keychain.none");
                            }
                        },
                        form.taskRunner.fxThread());
    }
}
