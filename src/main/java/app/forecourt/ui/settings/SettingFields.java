package app.forecourt.ui.settings;

import app.forecourt.concurrent.TaskRunner;
import app.forecourt.settings.Preferences;
import app.forecourt.settings.Setting;
import app.forecourt.text.CredentialCleaner;
import app.forecourt.ui.dialog.WindowDialogs;
import app.forecourt.ui.fx.SafeTextWrap;
import app.forecourt.ui.fx.TypeAheadComboBox;
import app.forecourt.ui.settings.SettingField.Note;
import app.forecourt.ui.words.Messages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/**
 * Fields of the settings, by type: text, credential, number, choice, and yes or no. The texts of a setting follow from
 * its key: its label is the message {@code settings.<key>}, its hint {@code settings.<key>.hint} if there is one, and
 * the note about an invalid value {@code settings.<key>.wrong}. A setting that the environment fixes is read-only.
 */
public final class SettingFields {
    final Preferences preferences;
    final TaskRunner taskRunner;
    final Messages messages;
    final WindowDialogs dialogs;
    private final Map<Setting, Entry> entries = new LinkedHashMap<>();

    private record Entry(SettingField field, ObservableValue<?> shown, Supplier<String> value, String initialValue) {}

    public SettingFields(Preferences preferences, TaskRunner taskRunner, WindowDialogs dialogs) {
        this.preferences = preferences;
        this.taskRunner = taskRunner;
        this.messages = dialogs.messages();
        this.dialogs = dialogs;
    }

    /** Adds a text. The default is shown as prompt text only, so that a blank field follows a later default. */
    SettingField text(Setting setting) {
        return cleaned(setting, String::strip);
    }

    private SettingField cleaned(Setting setting, UnaryOperator<String> cleaned) {
        String stored = preferences.get(setting);
        TextField input = setting.isSecret() ? new SecretField(messages) : new TextField();
        input.setPromptText(setting.defaultValue());
        return text(
                setting,
                input,
                setting.isSecret() || stored.equals(setting.defaultValue()) ? "" : stored,
                setting.defaultValue(),
                cleaned);
    }

    private SettingField text(
            Setting setting, TextField input, String shown, String valueOfBlank, UnaryOperator<String> cleaned) {
        input.setText(shown);
        return add(
                        setting,
                        input,
                        input.textProperty(),
                        () -> input.getText().isBlank() ? valueOfBlank : cleaned.apply(input.getText()))
                .limitPaste(messages);
    }

    /** Adds a text with a check. */
    SettingField text(Setting setting, Predicate<String> isValid) {
        return withCheck(text(setting), setting, isValid);
    }

    /** Adds a client id or a client secret. Neither has white space, so what was copied with it is removed. */
    SettingField credential(Setting setting) {
        return cleaned(setting, CredentialCleaner::clean);
    }

    /** Adds a number. The default is shown as text, because a blank field means 0. */
    SettingField number(Setting setting, Predicate<String> isValid) {
        String stored = preferences.get(setting);
        return withCheck(
                text(
                        setting,
                        new TextField(),
                        isValid.test(stored) ? stored : setting.defaultValue(),
                        "0",
                        String::strip),
                setting,
                isValid);
    }

    private SettingField withCheck(SettingField field, Setting setting, Predicate<String> isValid) {
        return field.check(() -> isValid.test(value(setting))
                ? Note.NONE
                : new Note(messages.get("settings." + setting.key() + ".wrong"), true));
    }

    /** Adds a choice of values with the labels {@code settings.<key>.<value>}. */
    SettingField choice(Setting setting, List<String> values) {
        return choice(setting, values, value -> messages.get("settings." + setting.key() + "." + value));
    }

    /** Adds a choice of values. An unknown value selects the default. */
    SettingField choice(Setting setting, List<String> values, UnaryOperator<String> label) {
        String stored = preferences.get(setting).strip().toLowerCase(Locale.ROOT);
        ComboBox<String> choice = new TypeAheadComboBox<>(label);
        choice.getItems().setAll(values);
        choice.setValue(values.contains(stored) ? stored : setting.defaultValue());
        return add(setting, choice, choice.valueProperty(), choice::getValue);
    }

    /**
     * Adds a choice between {@code on} and {@code off} with the text {@code settings.<key>.text}.
     *
     * @param args arguments of the text
     */
    SettingField yesNo(Setting setting, Object... args) {
        CheckBox box = new CheckBox(messages.get("settings." + setting.key() + ".text", args));
        box.setMinHeight(CheckBox.USE_PREF_SIZE);
        SafeTextWrap.enable(box);
        box.setSelected(!preferences.get(setting).equals("off"));
        return add(setting, box, box.selectedProperty(), () -> box.isSelected() ? "on" : "off");
    }

    private SettingField add(Setting setting, Control control, ObservableValue<?> shown, Supplier<String> value) {
        SettingField field = create(setting, control, control);
        // Notes depend on other fields: an address on the other addresses, a secret on its client id.
        shown.subscribe((_, _) -> refresh());
        entries.put(setting, new Entry(field, shown, value, value.get()));
        return field;
    }

    /**
     * Returns a field that the form neither checks nor saves.
     *
     * @param line node that holds the control, or the control itself
     */
    SettingField create(Setting setting, Control control, Node line) {
        SettingField field = create(setting.key(), control, line);
        preferences.fixedBy(setting).ifPresent(source -> {
            control.setDisable(true);
            field.with(SettingField.hint(messages.get("settings.fixed", source)));
        });
        return field;
    }

    /** Returns a field that the form neither checks nor saves, for a value that is no setting of its own. */
    SettingField create(String id, Control control, Node line) {
        control.setId(id);
        String key = "settings." + id;
        SettingField field = new SettingField(messages.get(key), control, line);
        messages.find(key + ".hint").ifPresent(hint -> field.with(SettingField.hint(hint)));
        return field;
    }

    /** Returns a button. Its action gets the button itself. */
    Button button(String id, String key, Consumer<Button> action) {
        Button button = new Button(messages.get(key));
        button.setId(id);
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(_ -> action.accept(button));
        return button;
    }

    /** Returns a pane with fields and other nodes, one below the other. */
    static VBox rows(Node... rows) {
        VBox pane = new VBox(rows);
        pane.getStyleClass().add("settings-rows");
        return pane;
    }

    private Entry entry(Setting setting) {
        return Objects.requireNonNull(entries.get(setting));
    }

    SettingField field(Setting setting) {
        return entry(setting).field();
    }

    /** Returns what the control of a setting shows. */
    ObservableValue<?> shown(Setting setting) {
        return entry(setting).shown();
    }

    TextField input(Setting setting) {
        return field(setting).input();
    }

    /** Returns the fields in the order in which they were added. */
    Stream<SettingField> fields() {
        return entries.values().stream().map(Entry::field);
    }

    /** Returns the value that saving would store, or the fixed one. Of a secret, returns what the user typed. */
    String value(Setting setting) {
        Entry entry = entries.get(setting);
        boolean isFixed = !setting.isSecret() && preferences.fixedBy(setting).isPresent();
        return entry == null || isFixed
                ? preferences.get(setting)
                : entry.value().get();
    }

    /** Returns whether saving would store a value that is neither the stored one nor the one shown at first. */
    boolean isEdited() {
        return entries.entrySet().stream()
                .filter(entry -> entry.getValue().field().isActive())
                .anyMatch(entry -> {
                    String value = entry.getValue().value().get();
                    return !value.equals(entry.getValue().initialValue())
                            && !value.equals(entry.getKey().isSecret() ? "" : preferences.get(entry.getKey()));
                });
    }

    /** Checks all values and shows their notes. */
    void refresh() {
        fields().forEach(SettingField::refresh);
    }

    /** Stores all values except secrets, which belong into the vault. */
    void save() {
        entries.forEach((setting, entry) -> {
            if (!setting.isSecret() && entry.field().isActive()) {
                preferences.put(setting, entry.value().get());
            }
        });
    }
}
