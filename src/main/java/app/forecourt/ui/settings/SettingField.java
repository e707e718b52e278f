package app.forecourt.ui.settings;

import app.forecourt.car.FieldLimits;
import app.forecourt.settings.CredentialCleaner;
import app.forecourt.settings.Preferences;
import app.forecourt.settings.Setting;
import app.forecourt.ui.fx.LiveRegion;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.fx.PasteLimit;
import app.forecourt.ui.words.Messages;
import atlantafx.base.theme.Styles;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Text field of a setting with a note below. A value from an environment variable or a system property is read-only.
 */
final class SettingField {
    private static final Set<Setting> CREDENTIALS = Set.of(Setting.CLIENT_ID, Setting.CLIENT_SECRET,
            Setting.STAGING_CLIENT_ID, Setting.STAGING_CLIENT_SECRET, Setting.PRODUCTION_CLIENT_ID,
            Setting.PRODUCTION_CLIENT_SECRET);

    private final Setting setting;
    private final Messages messages;
    private final TextField input;
    private final Label note = SettingsGrid.hint("");
    private final VBox cell;
    /** Validator that returns the note for the current text. */
    private Supplier<Note> validator = () -> Note.NONE;
    /** Note about the last paste. It disappears on the next change. */
    private @Nullable Note pasteNote;

    /**
     * Note below a field.
     *
     * @param isError true if the text can't be saved
     */
    record Note(String text, boolean isError) {
        static final Note NONE = new Note("", false);
    }

    SettingField(Setting setting, Preferences preferences, Messages messages) {
        this.setting = setting;
        this.messages = messages;
        input = setting.isSecret() ? new PasswordField() : new TextField();
        input.setId(setting.key());
        input.setText(setting.isSecret() || isDefault(preferences) ? "" : preferences.get(setting));
        input.setPromptText(setting.defaultValue());
        note.setId(setting.key() + "-note");
        LiveRegion.announceChanges(note);
        cell = new VBox(input, note);
        cell.getStyleClass().add("setting-cell");
        input.setTextFormatter(new TextFormatter<>(this::filter));
        input.textProperty().subscribe((_, _) -> {
            pasteNote = null;
            refresh();
        });
        input.focusedProperty().subscribe((_, _) -> refresh());
        preferences.fixedBy(setting).ifPresent(source -> {
            input.setDisable(true);
            cell.getChildren().add(SettingsGrid.hint(messages.get("settings.fixed", source)));
        });
        refresh();
    }

    /**
     * Returns whether the setting has its default. A default is shown as prompt text only, so that a blank field
     * follows a later default.
     */
    private boolean isDefault(Preferences preferences) {
        return preferences.get(setting).equals(setting.defaultValue());
    }

    private TextFormatter.@Nullable Change filter(TextFormatter.Change change) {
        if (!PasteLimit.isAllowed(change, FieldLimits.MAX_INPUT_SINGLE_LINE, input::getText, length -> {
            pasteNote = new Note(
                    messages.get("problem.too_much_pasted", length, FieldLimits.MAX_INPUT_SINGLE_LINE), true);
            refresh();
        })) {
            return null;
        }
        String bare = CREDENTIALS.contains(setting) ? CredentialCleaner.clean(change.getText())
                : change.getText();
        if (!bare.equals(change.getText())) {
            change.setText(bare);
            int caret = change.getRangeStart() + bare.length();
            change.selectRange(caret, caret);
            // Runs after the change, because the change clears the note.
            Platform.runLater(() -> {
                pasteNote = new Note(messages.get("settings.spaces"), false);
                refresh();
            });
        }
        return change;
    }

    /** Sets the validator. It runs on each change of the text. */
    void setValidator(Supplier<Note> validator) {
        this.validator = validator;
        refresh();
    }

    /** Validates the text and shows the note. Other fields call it too, because a note may depend on several fields. */
    void refresh() {
        Note current = Optional.ofNullable(pasteNote).orElseGet(validator);
        note.setText(current.text());
        note.pseudoClassStateChanged(Styles.STATE_DANGER, current.isError());
        input.pseudoClassStateChanged(Styles.STATE_DANGER, current.isError());
        input.setAccessibleHelp(current.text().isEmpty() ? null : current.text());
        NodeVisibility.set(note, !current.text().isEmpty());
    }

    /**
     * Adds the field to a grid with its label.
     *
     * @param source hint where to get the value; may be empty
     */
    void addTo(SettingsGrid grid, String source) {
        if (!source.isEmpty()) {
            cell.getChildren().add(SettingsGrid.hint(source));
        }
        grid.add(messages.get("settings." + setting.key()), input, cell);
    }

    TextField input() {
        return input;
    }

    String text() {
        return input.getText().strip();
    }

    ObservableValue<String> textProperty() {
        return input.textProperty();
    }

    boolean isFixed() {
        return input.isDisabled();
    }

    boolean isInvalid() {
        return !isFixed() && validator.get().isError();
    }
}
