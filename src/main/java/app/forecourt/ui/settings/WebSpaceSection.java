package app.forecourt.ui.settings;

import app.forecourt.concurrent.TaskRunner;
import app.forecourt.connection.WebSpaceSettings;
import app.forecourt.model.photos.TypedAddresses;
import app.forecourt.model.photos.WebSpaceCheck;
import app.forecourt.photo.store.StoreSettings;
import app.forecourt.photo.store.StoreSettings.Field;
import app.forecourt.photo.store.StoreSettings.Finding;
import app.forecourt.photo.store.StoreSettings.Kind;
import app.forecourt.secret.Vault;
import app.forecourt.settings.Preferences;
import app.forecourt.settings.Setting;
import app.forecourt.ui.dialog.Dialogs;
import app.forecourt.ui.settings.SettingField.Note;
import app.forecourt.ui.words.Messages;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/**
 * Settings section for the web space of photos: its kind, the fields of this kind, and the test of the typed values.
 */
final class WebSpaceSection {
    private static final Set<Kind> WITH_PORT = EnumSet.of(Kind.SFTP, Kind.FTPS);
    private static final int PORT_COLUMNS = 6;
    /** A photo's path as {@link StoreSettings#publicAddress} takes it, for an example. */
    private static final String EXAMPLE_PATH = "k7m2/3b9c.jpg";

    private static final Map<Field, Setting> SETTINGS = new EnumMap<>(Map.of(
            Field.ADDRESS,
            Setting.PHOTO_ADDRESS,
            Field.PORT,
            Setting.PHOTO_PORT,
            Field.BUCKET,
            Setting.PHOTO_BUCKET,
            Field.REGION,
            Setting.PHOTO_REGION,
            Field.FOLDER,
            Setting.PHOTO_FOLDER,
            Field.USER,
            Setting.PHOTO_USER,
            Field.PUBLIC_ADDRESS,
            Setting.PHOTO_PUBLIC_ADDRESS));

    private final SettingsForm form;
    private final Preferences preferences;
    private final Vault vault;
    private final Messages messages;
    private final WebSpaceCheck test;
    private final WebSpaceTestPane testPane;
    private final TypedAddresses addresses;
    private final VBox view;
    /** Whether the user has tried to test without a password. */
    private boolean isPasswordMissed;

    /** Creates the section and adds its settings to the form. */
    WebSpaceSection(
            SettingsForm form,
            Preferences preferences,
            Vault vault,
            WebSpaceCheck test,
            TaskRunner taskRunner,
            Messages messages,
            Dialogs dialogs) {
        this.form = form;
        this.preferences = preferences;
        this.vault = vault;
        this.messages = messages;
        this.test = test;
        List<String> kinds = Stream.concat(
                        Stream.of(""), Arrays.stream(Kind.values()).map(Messages::key))
                .toList();
        SettingField choice = form.choice(
                Setting.PHOTO_STORE,
                kinds,
                kind -> messages.get("settings.photoStore." + (kind.isEmpty() ? "none" : kind)));
        Button start = form.button("testWebSpace", "settings.webSpaceTest", _ -> startTest());
        testPane = new WebSpaceTestPane(test, start, form, taskRunner, messages, dialogs);
        VBox tests = new VBox(start, SettingField.hint(messages.get("settings.webSpaceTest.hint")), testPane);
        tests.getStyleClass().add("tests");
        ObservableValue<Boolean> isChosen = kind().map(Optional::isPresent);
        tests.visibleProperty().bind(isChosen);
        tests.managedProperty().bind(isChosen);
        view = SettingsForm.rows(
                choice,
                text(Field.ADDRESS, EnumSet.allOf(Kind.class)),
                text(Field.PORT, WITH_PORT).narrow(PORT_COLUMNS),
                text(Field.BUCKET, EnumSet.of(Kind.S3)),
                text(Field.REGION, EnumSet.of(Kind.S3)),
                text(Field.USER, EnumSet.allOf(Kind.class)),
                form.text(Setting.PHOTO_SECRET)
                        .label(label(Setting.PHOTO_SECRET))
                        .check(this::secretNote)
                        .showWhile(isChosen),
                text(Field.FOLDER, EnumSet.allOf(Kind.class)).with(folderHint()),
                text(Field.PUBLIC_ADDRESS, EnumSet.allOf(Kind.class)),
                tests);
        kind().subscribe(chosen -> chosen.ifPresent(this::showExamples));
        addresses = new TypedAddresses(kind().getValue());
        kind().subscribe((_, chosen) -> {
            chosen.ifPresent(this::showAddress);
            SETTINGS.values().stream().map(form::field).forEach(SettingField::hideMissing);
        });
        Stream.concat(Stream.of(Setting.PHOTO_STORE, Setting.PHOTO_SECRET), SETTINGS.values().stream())
                .forEach(setting -> form.shown(setting).subscribe((_, _) -> {
                    isPasswordMissed = false;
                    testPane.reset();
                }));
        showStoredSecret();
    }

    Node view() {
        return view;
    }

    private ObservableValue<Optional<Kind>> kind() {
        return form.shown(Setting.PHOTO_STORE)
                .map(chosen -> Arrays.stream(Kind.values())
                        .filter(kind -> Messages.key(kind).equals(chosen))
                        .findFirst());
    }

    /** Returns a text field that is shown for some kinds. */
    private SettingField text(Field field, Set<Kind> kinds) {
        Setting setting = Objects.requireNonNull(SETTINGS.get(field));
        return form.text(setting)
                .label(label(setting))
                .check(() -> note(field))
                .toleratesBlank()
                .showWhile(kind().map(chosen -> chosen.filter(kinds::contains).isPresent()));
    }

    /** Returns the label of a setting, which has another name for some kinds. */
    private ObservableValue<String> label(Setting setting) {
        return ofKind("settings." + setting.key());
    }

    private Label folderHint() {
        Label hint = SettingField.hint("");
        hint.setId("photoFolderHint");
        hint.textProperty().bind(ofKind("settings.photoFolder.about"));
        return hint;
    }

    /** Returns the message of a key, or the one that the chosen kind has of its own. */
    private ObservableValue<String> ofKind(String key) {
        return kind().map(chosen -> chosen.flatMap(kind -> messages.find(key + "." + Messages.key(kind)))
                .orElseGet(() -> messages.get(key)));
    }

    private void showAddress(Kind kind) {
        if (!form.field(Setting.PHOTO_ADDRESS).isReadOnly()) {
            TextField input = form.input(Setting.PHOTO_ADDRESS);
            input.setText(addresses.choose(kind, input.getText()));
        }
    }

    private void showExamples(Kind kind) {
        example(
                Setting.PHOTO_ADDRESS,
                switch (kind) {
                    case SFTP -> "ssh.host.example";
                    case FTPS -> "ftp.host.example";
                    case WEBDAV -> "https://webdav.host.example";
                    case S3 -> "https://s3.host.example";
                });
        // These are what a blank field means, so they are no examples.
        form.input(Setting.PHOTO_PORT).setPromptText(kind == Kind.SFTP ? "22" : "21");
        form.input(Setting.PHOTO_REGION).setPromptText("us-east-1");
        example(Setting.PHOTO_FOLDER, kind == Kind.S3 ? "photos" : "public_html/photos");
        example(Setting.PHOTO_BUCKET, "dealer-photos");
        example(Setting.PHOTO_PUBLIC_ADDRESS, "https://www.dealer.example/photos");
    }

    private void example(Setting setting, String example) {
        form.input(setting).setPromptText(messages.get("settings.example", example));
    }

    /** Returns the typed settings; empty if no kind is chosen. Leaves out fields of other kinds. */
    private Optional<StoreSettings> typed() {
        return WebSpaceSettings.of(setting ->
                setting == Setting.PHOTO_STORE || form.field(setting).isVisible() ? form.value(setting) : "");
    }

    private Note note(Field field) {
        Optional<StoreSettings> typed = typed();
        Optional<Finding> finding = typed.flatMap(StoreSettings::check);
        if (finding.isPresent()) {
            return finding.filter(found -> found.field() == field)
                    .map(found -> new Note(messages.get("settings.photo.fault." + faultKey(typed, found)), true))
                    .orElse(Note.NONE);
        }
        return typed.filter(_ -> field == Field.PUBLIC_ADDRESS)
                .map(settings ->
                        new Note(messages.get("settings.photo.example", settings.publicAddress(EXAMPLE_PATH)), false))
                .orElse(Note.NONE);
    }

    /** Returns the key of a fault. An invalid value has a message of its own for each field. */
    private static String faultKey(Optional<StoreSettings> typed, Finding finding) {
        boolean isHost = finding.field() == Field.ADDRESS
                && typed.map(StoreSettings::kind).filter(WITH_PORT::contains).isPresent();
        return switch (finding.fault()) {
            case MISSING, NOT_HTTPS, HAS_USER -> Messages.key(finding.fault());
            case INVALID -> isHost ? "host" : Messages.key(finding.field());
        };
    }

    /** Returns the note below the password. A stored one is sent only to the address for which it was typed. */
    private Note secretNote() {
        boolean isTyped = !form.value(Setting.PHOTO_SECRET).isEmpty();
        if (isTyped) {
            return Note.NONE;
        }
        if (vault.has(Setting.PHOTO_SECRET) && !isStoredSecretUsable()) {
            return new Note(messages.get("settings.photoSecret.again", secretAddress()), isPasswordMissed);
        }
        return new Note(
                vault.has(Setting.PHOTO_SECRET) ? "" : messages.get("settings.photoSecret.missing"),
                isPasswordMissed && !vault.has(Setting.PHOTO_SECRET));
    }

    private String secretAddress() {
        return vault.otherAddress(Setting.PHOTO_SECRET)
                .orElseGet(() -> preferences.stored(Setting.PHOTO_ADDRESS).strip());
    }

    private boolean isStoredSecretUsable() {
        return vault.has(Setting.PHOTO_SECRET) && secretAddress().equals(form.value(Setting.PHOTO_ADDRESS));
    }

    private void startTest() {
        boolean hasPassword = !form.value(Setting.PHOTO_SECRET).isEmpty() || isStoredSecretUsable();
        isPasswordMissed = !hasPassword;
        SETTINGS.values().stream().map(form::field).forEach(SettingField::showMissing);
        form.refresh();
        Optional<StoreSettings> typed = typed();
        Optional<Setting> faulty = typed.flatMap(StoreSettings::check)
                .map(Finding::field)
                .map(SETTINGS::get)
                .or(() -> hasPassword ? Optional.empty() : Optional.of(Setting.PHOTO_SECRET));
        if (faulty.isPresent()) {
            form.input(faulty.get()).requestFocus();
            return;
        }
        String secret = form.value(Setting.PHOTO_SECRET);
        Supplier<String> password = secret.isEmpty() ? () -> vault.secret(Setting.PHOTO_SECRET) : () -> secret;
        typed.ifPresent(settings -> {
            test.start(settings, password);
            testPane.open(settings.kind());
        });
    }

    /** Shows whether a password is stored. */
    void showStoredSecret() {
        form.input(Setting.PHOTO_SECRET)
                .setPromptText(vault.has(Setting.PHOTO_SECRET) ? messages.get("settings.kept") : "");
        form.refresh();
    }

    /**
     * Stores the typed password after the address, because it belongs to the address. Without a web space, deletes it.
     */
    void saveSecret() {
        String typed = form.value(Setting.PHOTO_SECRET);
        boolean isUnused = typed().isEmpty();
        if (isUnused ? vault.has(Setting.PHOTO_SECRET) : !typed.isEmpty()) {
            var unused = vault.put(Setting.PHOTO_SECRET, isUnused ? "" : typed);
        }
    }

    /** Stops the test. */
    void stopTest() {
        test.reset();
    }
}
