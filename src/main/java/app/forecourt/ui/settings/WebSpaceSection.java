package app.forecourt.ui.settings;

import app.forecourt.connection.WebSpacePreferences;
import app.forecourt.model.photos.WebSpaceCheck;
import app.forecourt.photo.store.StoreSettings;
import app.forecourt.photo.store.StoreSettings.Field;
import app.forecourt.photo.store.StoreSettings.Finding;
import app.forecourt.photo.store.StoreSettings.Kind;
import app.forecourt.secret.Vault;
import app.forecourt.settings.Setting;
import app.forecourt.ui.settings.SettingField.Note;
import app.forecourt.ui.words.Messages;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/**
 * Settings section for the web space of photos: its kind, the fields of this kind, and the test of the typed values.
 */
final class WebSpaceSection {
    /** The kinds of earlier versions. Such a one stays chosen until the user chooses another. */
    private static final Set<String> DROPPED_KINDS = Set.of("webdav", "s3");

    private static final int PORT_COLUMNS = 6;
    /** A photo's path as {@link StoreSettings#publicAddress} takes it, for an example. */
    private static final String EXAMPLE_PATH = "k7m2/3b9c.jpg";

    private static final Map<Field, Setting> SETTINGS = new EnumMap<>(Map.of(
            Field.ADDRESS,
            Setting.PHOTO_ADDRESS,
            Field.PORT,
            Setting.PHOTO_PORT,
            Field.FOLDER,
            Setting.PHOTO_FOLDER,
            Field.USER,
            Setting.PHOTO_USER,
            Field.PUBLIC_ADDRESS,
            Setting.PHOTO_PUBLIC_ADDRESS));

    private final SettingFields form;
    private final Vault vault;
    private final Messages messages;
    private final WebSpaceTestSteps test;
    private final VBox view;
    /** Whether the user has tried to test without a password. */
    private boolean isPasswordMissed;

    /** Creates the section and adds its settings to the form. */
    WebSpaceSection(SettingFields form, Vault vault, WebSpaceCheck check) {
        this.form = form;
        this.vault = vault;
        messages = form.messages;
        String stored = form.preferences.get(Setting.PHOTO_STORE).strip().toLowerCase(Locale.ROOT);
        List<String> kinds = Stream.of(
                        Stream.of(""),
                        Arrays.stream(Kind.values()).map(Messages::key),
                        Stream.of(stored).filter(DROPPED_KINDS::contains))
                .flatMap(Function.identity())
                .toList();
        SettingField choice =
                form.choice(Setting.PHOTO_STORE, kinds, this::kindName).check(this::kindNote);
        test = new WebSpaceTestSteps(check, form, this::startTest);
        ObservableValue<Boolean> isChosen = kind().map(Optional::isPresent);
        test.visibleProperty().bind(isChosen);
        test.managedProperty().bind(isChosen);
        view = SettingFields.rows(
                choice,
                text(Field.ADDRESS),
                text(Field.PORT).narrow(PORT_COLUMNS),
                text(Field.USER),
                form.text(Setting.PHOTO_SECRET).check(this::secretNote).showWhile(isChosen),
                text(Field.FOLDER),
                text(Field.PUBLIC_ADDRESS),
                test);
        kind().subscribe(chosen -> chosen.ifPresent(this::showExamples));
        kind().subscribe((_, _) -> SETTINGS.values().stream().map(form::field).forEach(SettingField::hideMissing));
        Stream.concat(Stream.of(Setting.PHOTO_STORE, Setting.PHOTO_SECRET), SETTINGS.values().stream())
                .forEach(setting -> form.shown(setting).subscribe((_, _) -> {
                    isPasswordMissed = false;
                    test.reset();
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

    private String kindName(String kind) {
        return messages.get("settings.photoStore." + (kind.isEmpty() ? "none" : kind));
    }

    /** Returns the note below the choice while it is the one of an earlier version. */
    private Note kindNote() {
        String kind = form.value(Setting.PHOTO_STORE);
        return DROPPED_KINDS.contains(kind)
                ? Note.warning(messages.get("settings.photoStore.dropped", kindName(kind)))
                : Note.NONE;
    }

    /** Returns a text field that is shown while a kind is chosen. */
    private SettingField text(Field field) {
        return form.text(Objects.requireNonNull(SETTINGS.get(field)))
                .check(() -> note(field))
                .toleratesBlank()
                .showWhile(kind().map(Optional::isPresent));
    }

    private void showExamples(Kind kind) {
        example(Setting.PHOTO_ADDRESS, kind == Kind.SFTP ? "ssh.host.example" : "ftp.host.example");
        // These are what a blank field means, so they are no examples.
        form.input(Setting.PHOTO_PORT).setPromptText(kind == Kind.SFTP ? "22" : "21");
        example(Setting.PHOTO_FOLDER, "public_html/photos");
        example(Setting.PHOTO_PUBLIC_ADDRESS, "https://www.dealer.example/photos");
    }

    private void example(Setting setting, String example) {
        form.input(setting).setPromptText(messages.get("settings.example", example));
    }

    /** Returns the typed settings; empty if no kind is chosen. */
    private Optional<StoreSettings> typed() {
        return WebSpacePreferences.of(form::value);
    }

    private Note note(Field field) {
        Optional<StoreSettings> typed = typed();
        Optional<Finding> finding = typed.flatMap(StoreSettings::check);
        if (finding.isPresent()) {
            return finding.filter(found -> found.field() == field)
                    .map(found -> new Note(messages.get("settings.photo.fault." + faultKey(found)), true))
                    .orElse(Note.NONE);
        }
        return typed.filter(_ -> field == Field.PUBLIC_ADDRESS)
                .map(settings ->
                        new Note(messages.get("settings.photo.example", settings.publicAddress(EXAMPLE_PATH)), false))
                .orElse(Note.NONE);
    }

    /** Returns the key of a fault. An invalid value has a message of its own for each field. */
    private static String faultKey(Finding finding) {
        return switch (finding.fault()) {
            case MISSING, NOT_HTTPS, HAS_USER -> Messages.key(finding.fault());
            case INVALID -> Messages.key(finding.field());
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
                .orElseGet(() -> form.preferences.stored(Setting.PHOTO_ADDRESS).strip());
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
        typed.ifPresent(settings -> test.start(settings, password));
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
        boolean isUnused = form.value(Setting.PHOTO_STORE).isEmpty();
        if (isUnused ? vault.has(Setting.PHOTO_SECRET) : !typed.isEmpty()) {
            var unused = vault.put(Setting.PHOTO_SECRET, isUnused ? "" : typed);
        }
    }
}
