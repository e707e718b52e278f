package app.forecourt.ui.settings;

import app.forecourt.concurrent.TaskRunner;
import app.forecourt.secret.SecretStorage;
import app.forecourt.secret.Vault;
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
 * Where client secret and token are kept: in the system's keychain, and where there is none, as the user wants it. A
 * choice of the file is her consent to it.
 */
final class SecretStoragePane {
    private static final String KEYCHAIN = "keychain";
    private static final String FILE = "file";
    private static final String RUN = "run";

    private final Preferences preferences;
    private final Vault vault;
    private final TaskRunner background;
    private final Messages words;
    private final Path keyFile;
    private final ObservableValue<String> secret;
    private final Label place = new Label();
    private final ComboBox<String> choice = new ComboBox<>();
    private final Label note = SettingsGrid.hint("");
    private final Button again = new Button();
    private final VBox cell = new VBox(place, choice, note, again);
    private String before = "";

    /**
     * A choice that asks the keychain in the background.
     *
     * @param keyFile where the key is when it is in a file
     * @param secret what is typed as the secret: what can't be read can't be moved, unless it is typed again
     */
    SecretStoragePane(Preferences preferences, Vault vault, Path keyFile, ObservableValue<String> secret,
            TaskRunner background, Messages words) {
        this.preferences = preferences;
        this.vault = vault;
        this.background = background;
        this.words = words;
        this.keyFile = keyFile;
        this.secret = secret;
        place.setId("keptIn");
        TextWrap.enable(place);
        choice.setId(Setting.KEEP_SECRETS.key());
        choice.setConverter(new LabelConverter<>(way -> words.get("settings.keepSecrets." + way)));
        choice.valueProperty().subscribe((old, now) -> refreshText());
        secret.subscribe((old, now) -> refreshText());
        note.setId("keepSecrets-note");
        LiveRegion.follow(note);
        again.setId("keychainAgain");
        again.setText(words.get("settings.keychain.again"));
        again.getStyleClass().add(Styles.SMALL);
        again.setOnAction(event -> {
            vault.open();
            refresh();
        });
        cell.getStyleClass().add("setting-cell");
        preferences.fixedBy(Setting.KEEP_SECRETS).ifPresent(source -> cell.getChildren()
                .add(SettingsGrid.hint(words.get("settings.fixed", source))));
        // The keychain may take its time, or never answer.
        show(vault.state());
        refresh();
    }

    /** Adds it under its name. */
    void addTo(SettingsGrid grid) {
        grid.add(words.get("settings.keepSecrets"), choice, cell);
    }

    /** Asks where secrets are kept, and shows it when that is known. */
    void refresh() {
        var unused = vault.settle().thenAcceptAsync(this::show, background.window());
    }

    private void show(Vault.State state) {
        String wanted = preferences.get(Setting.KEEP_SECRETS).strip().toLowerCase(Locale.ROOT);
        SecretStorage keeping = state.keeping();
        boolean chosen = !wanted.equals(KEYCHAIN);
        place.setText(words.get(keeping == SecretStorage.KEYCHAIN ? "settings.keepSecrets.keychain"
                : "settings.kept.undecided"));
        boolean open = keeping == SecretStorage.FILE || keeping == SecretStorage.RUN_ONLY;
        NodeVisibility.when(choice, open);
        NodeVisibility.when(place, !open);
        NodeVisibility.when(again, state.isLocked());
        before = keeping == SecretStorage.FILE ? FILE : RUN;
        choice.getItems().setAll(chosen ? List.of(KEYCHAIN, FILE, RUN) : List.of(FILE, RUN));
        choice.setValue(before);
        refreshText();
    }

    /** Whether the secret comes from outside, so that only the token is lost with the run. */
    private boolean isGiven() {
        return preferences.fixedBy(Setting.CLIENT_SECRET).isPresent();
    }

    private void refreshText() {
        boolean locked = vault.state().isLocked();
        note.setText(locked ? words.get("settings.keychain.locked")
                : !choice.isVisible() ? ""
                        : switch (String.valueOf(choice.getValue())) {
                            case FILE -> words.get("settings.keepSecrets.file.hint", keyFile.toString());
                            case RUN -> words.get((choice.getItems().contains(KEYCHAIN)
                                    ? "settings.keepSecrets.run.hint"
                                    : "settings.keychain.missing") + (isGiven() ? ".given" : ""));
                            default -> "";
                        });
        choice.setDisable(preferences.fixedBy(Setting.KEEP_SECRETS).isPresent()
                || (locked && secret.getValue().isEmpty()));
        note.pseudoClassStateChanged(Styles.STATE_DANGER, locked);
        NodeVisibility.when(note, !note.getText().isEmpty());
    }

    /**
     * Moves the secrets to the chosen place, after those that were typed.
     *
     * @param dialogs says that the keychain was wanted and is not there; they stay where they were then
     */
    void save(Dialogs dialogs) {
        String wanted = choice.getValue();
        if (!choice.isVisible() || choice.isDisabled() || wanted.equals(before)) {
            return;
        }
        preferences.put(Setting.KEEP_SECRETS, wanted);
        var unused = vault.move().thenAcceptAsync(state -> {
            if (wanted.equals(KEYCHAIN) && state.keeping() != SecretStorage.KEYCHAIN) {
                preferences.put(Setting.KEEP_SECRETS, before);
                dialogs.say("settings.title", "settings.keychain.none");
            }
        }, background.window());
    }
}
