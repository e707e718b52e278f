package app.forecourt.ui.settings;

import app.forecourt.car.Limits;
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
 * A text of the settings in its field, and below it what is to be said of it. What the surroundings fix can't be
 * changed.
 */
final class SettingField {
    private static final Set<Setting> CREDENTIALS = Set.of(Setting.CLIENT_ID, Setting.CLIENT_SECRET,
            Setting.STAGING_CLIENT_ID, Setting.STAGING_CLIENT_SECRET, Setting.PRODUCTION_CLIENT_ID,
            Setting.PRODUCTION_CLIENT_SECRET);

    private final Setting setting;
    private final Messages words;
    private final TextField input;
    private final Label note = SettingsGrid.hint("");
    private final VBox cell;
    /** What is to be said of the text as it stands. */
    private Supplier<Note> judge = () -> Note.NONE;
    /** What became of what was pasted last, until the next change. */
    private @Nullable Note fleeting;

    /**
     * A line below a field.
     *
     * @param isWrong whether the text can't be kept as it is
     */
    record Note(String text, boolean isWrong) {
        static final Note NONE = new Note("", false);
    }

    SettingField(Setting setting, Preferences preferences, Messages words) {
        this.setting = setting;
        this.words = words;
        input = setting.isSecret() ? new PasswordField() : new TextField();
        input.setId(setting.key());
        input.setText(setting.isSecret() || isUsual(preferences) ? "" : preferences.get(setting));
        input.setPromptText(setting.standard());
        note.setId(setting.key() + "-note");
        LiveRegion.follow(note);
        cell = new VBox(input, note);
        cell.getStyleClass().add("setting-cell");
        input.setTextFormatter(new TextFormatter<>(this::taken));
        input.textProperty().subscribe((before, after) -> {
            fleeting = null;
            refresh();
        });
        input.focusedProperty().subscribe((before, after) -> refresh());
        preferences.fixedBy(setting).ifPresent(source -> {
            input.setDisable(true);
            cell.getChildren().add(SettingsGrid.hint(words.get("settings.fixed", source)));
        });
        refresh();
    }

    /** The usual address stands there as a prompt: left blank it is the usual one also when that changes. */
    private boolean isUsual(Preferences preferences) {
        return preferences.get(setting).equals(setting.standard());
    }

    private TextFormatter.@Nullable Change taken(TextFormatter.Change change) {
        if (!PasteLimit.fits(change, Limits.TYPED_LINE, input::getText, length -> {
            fleeting = new Note(words.get("problem.too_much_pasted", length, Limits.TYPED_LINE), true);
            refresh();
        })) {
            return null;
        }
        String bare = CREDENTIALS.contains(setting) ? CredentialCleaner.bare(change.getText())
                : change.getText();
        if (!bare.equals(change.getText())) {
            change.setText(bare);
            int caret = change.getRangeStart() + bare.length();
            change.selectRange(caret, caret);
            // Behind the change, which takes away what was said before.
            Platform.runLater(() -> {
                fleeting = new Note(words.get("settings.spaces"), false);
                refresh();
            });
        }
        return change;
    }

    /** Has the text judged whenever it changes. */
    void setRule(Supplier<Note> rule) {
        judge = rule;
        refresh();
    }

    /** Judges anew, since the verdict hangs on other fields too. */
    void refresh() {
        Note now = Optional.ofNullable(fleeting).orElseGet(judge);
        note.setText(now.text());
        note.pseudoClassStateChanged(Styles.STATE_DANGER, now.isWrong());
        input.pseudoClassStateChanged(Styles.STATE_DANGER, now.isWrong());
        input.setAccessibleHelp(now.text().isEmpty() ? null : now.text());
        NodeVisibility.when(note, !now.text().isEmpty());
    }

    /** Adds the field under its name, and a quiet line on where its value comes from. */
    void addTo(SettingsGrid grid, String source) {
        if (!source.isEmpty()) {
            cell.getChildren().add(SettingsGrid.hint(source));
        }
        grid.add(words.get("settings." + setting.key()), input, cell);
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

    boolean isWrong() {
        return !isFixed() && judge.get().isWrong();
    }
}
