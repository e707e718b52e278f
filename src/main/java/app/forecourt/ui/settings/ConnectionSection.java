package app.forecourt.ui.settings;

import app.forecourt.connection.AddressCheckResult;
import app.forecourt.connection.ConnectionSettingsReader;
import app.forecourt.connection.ProfileClients;
import app.forecourt.secret.SecretErasure;
import app.forecourt.secret.Vault;
import app.forecourt.settings.Profile;
import app.forecourt.settings.Setting;
import app.forecourt.ui.fx.ExpandablePane;
import app.forecourt.ui.settings.SettingField.Note;
import app.forecourt.ui.words.Messages;
import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Settings section for credentials and addresses of staging and production. The user can test them before saving. */
final class ConnectionSection {
    private static final List<Setting> ADDRESSES =
            List.of(Setting.STAGING_ADDRESS, Setting.PRODUCTION_ADDRESS, Setting.TOKEN_ADDRESS);
    /** Client secrets by the client id that each of them needs. */
    private static final Map<Setting, Setting> CREDENTIALS = new EnumMap<>(Map.of(
            Setting.CLIENT_ID,
            Setting.CLIENT_SECRET,
            Setting.STAGING_CLIENT_ID,
            Setting.STAGING_CLIENT_SECRET,
            Setting.PRODUCTION_CLIENT_ID,
            Setting.PRODUCTION_CLIENT_SECRET));
    /** Client ids of one profile. */
    private static final List<Setting> OWN_IDS = List.of(Setting.STAGING_CLIENT_ID, Setting.PRODUCTION_CLIENT_ID);

    private final SettingFields form;
    private final Vault vault;
    private final Messages messages;
    private final TestStepsPane testPane;
    private final SettingField forgetSignIn;
    private final SecretStorageField storage;
    private final VBox view;
    private boolean hasForgottenSignIn;
    private Runnable onForgotten = () -> {};

    /**
     * Creates the section and adds its settings to the form.
     *
     * @param keyFile path of the file that holds the vault's key if the keychain does not
     */
    ConnectionSection(SettingFields form, Vault vault, Path keyFile, ProfileClients clients) {
        this.form = form;
        this.vault = vault;
        messages = form.messages;
        testPane = new TestStepsPane("test", form);
        Button forget = form.button("forgetSignIn", "settings.forget.button", _ -> forgetSignIn());
        forget.getStyleClass().add(Styles.BUTTON_OUTLINED);
        forgetSignIn = new SettingField("", forget, forget);
        VBox shared = credentials(Setting.CLIENT_ID);
        storage = new SecretStorageField(form, vault, keyFile);
        shared.getChildren().addAll(storage.field(), forgetSignIn);
        view = SettingFields.rows(
                SettingField.hint(messages.get("settings.connection.hint")),
                shared,
                ownCredentials(),
                addresses(),
                tests(new ConnectionTestSteps(clients, messages)),
                testPane);
        Setting.connectionSettings().forEach(setting -> form.shown(setting).subscribe((_, _) -> testPane.reset()));
        showStoredSecrets();
    }

    Node view() {
        return view;
    }

    /** Sets the action after the stored secrets were deleted. */
    void setOnForgotten(Runnable action) {
        onForgotten = action;
    }

    /** Returns the fields of a client id and its client secret. */
    private VBox credentials(Setting id) {
        Setting secret = secretOf(id);
        return SettingFields.rows(form.credential(id), form.credential(secret).check(() -> secretNote(id)));
    }

    private static Setting secretOf(Setting id) {
        return Objects.requireNonNull(CREDENTIALS.get(id));
    }

    private ExpandablePane ownCredentials() {
        return expandable(
                "ownCredentials",
                "settings.own",
                OWN_IDS.stream().map(this::credentials),
                OWN_IDS.stream().anyMatch(id -> !form.preferences.stored(id).isBlank()));
    }

    private ExpandablePane addresses() {
        List<SettingField> fields = ADDRESSES.stream()
                .map(address -> form.text(address).check(() -> addressNote(address)))
                .toList();
        // Addresses that differ from the default or are wrong must be visible.
        return expandable(
                "addresses",
                "settings.addresses",
                fields.stream(),
                fields.stream()
                        .anyMatch(field ->
                                !field.input().getText().isEmpty() || field.isReadOnly() || field.isInvalid()));
    }

    private ExpandablePane expandable(String id, String key, Stream<? extends Node> fields, boolean isExpanded) {
        VBox rows = SettingFields.rows(SettingField.hint(messages.get(key + ".hint")));
        fields.forEach(rows.getChildren()::add);
        ExpandablePane pane = new ExpandablePane(id, messages.get(key), rows);
        if (isExpanded) {
            pane.expand();
        }
        return pane;
    }

    private VBox tests(ConnectionTestSteps test) {
        HBox buttons = new HBox();
        buttons.getStyleClass().add("banner-buttons");
        ConnectionSettingsReader connections = new ConnectionSettingsReader(form.preferences, vault);
        for (Profile profile : List.of(Profile.STAGING, Profile.PRODUCTION)) {
            String name = "test." + profile.key();
            buttons.getChildren().add(form.button("test-" + profile.key(), "settings." + name, start -> {
                Function<Setting, String> typed = typedValues();
                testPane.start(
                        start, run -> test.run(profile, connections.of(profile, typed), run), messages.name(profile));
            }));
        }
        VBox tests = new VBox(buttons, SettingField.hint(messages.get("settings.test.hint")));
        tests.getStyleClass().add("tests");
        return tests;
    }

    private Note addressNote(Setting address) {
        return switch (AddressCheckResult.of(address, form::value)) {
            case AddressCheckResult.Usable(var understood) ->
                new Note(
                        understood
                                .map(root -> messages.get("address.understood", root))
                                .orElse(""),
                        false);
            case AddressCheckResult.Faulty(String fault) -> new Note(messages.get("address." + fault), true);
            case AddressCheckResult.BelongsToOther(Profile owner) ->
                new Note(messages.get("address.others", messages.name(owner)), true);
        };
    }

    /** Returns the note below a secret. A stored secret is sent only to the sign-in address for which it was typed. */
    private Note secretNote(Setting id) {
        Setting secret = secretOf(id);
        boolean isTyped = !form.value(secret).isEmpty();
        if (OWN_IDS.contains(id) && isTyped && form.value(id).isEmpty()) {
            return new Note(messages.get("settings.own.noid"), false);
        }
        String savedAddress = form.preferences.stored(Setting.TOKEN_ADDRESS).strip();
        String secretAddress = vault.otherAddress(secret).orElse(savedAddress);
        String typedAddress =
                form.field(Setting.TOKEN_ADDRESS).isReadOnly() ? savedAddress : form.value(Setting.TOKEN_ADDRESS);
        boolean again = !isTyped
                && !form.field(secret).isReadOnly()
                && vault.has(secret)
                && !secretAddress.equals(typedAddress);
        return new Note(again ? messages.get("settings.secret.again", secretAddress) : "", false);
    }

    /**
     * Returns a function to the typed value of a setting, or of a blank secret to the stored one. The function may
     * block on the keychain, so never call it on the FX thread.
     */
    private Function<Setting, String> typedValues() {
        var typed = new EnumMap<Setting, String>(Setting.class);
        Setting.connectionSettings().forEach(setting -> typed.put(setting, form.value(setting)));
        boolean isSameAddress = form.value(Setting.TOKEN_ADDRESS)
                .strip()
                .equals(form.preferences.get(Setting.TOKEN_ADDRESS).strip());
        return setting -> {
            String text = typed.getOrDefault(setting, "");
            // A stored secret is sent to another address only if the user types it again.
            return setting.isSecret()
                            && text.isEmpty()
                            && (isSameAddress
                                    || form.preferences.fixedBy(setting).isPresent())
                    ? vault.secret(setting)
                    : text;
        };
    }

    /** Deletes all stored credentials after a confirmation. The note names everything that could not be deleted. */
    private void forgetSignIn() {
        if (!form.dialogs.ask("settings.forget", "settings.forget.ask", "settings.forget.yes", "settings.forget.no")) {
            return;
        }
        hasForgottenSignIn = true;
        CREDENTIALS.forEach((id, secret) -> {
            form.preferences.put(id, "");
            Stream.of(id, secret)
                    .filter(setting -> !form.field(setting).isReadOnly())
                    .forEach(setting -> form.input(setting).clear());
        });
        forgetSignIn.show(new Note(messages.get("settings.forgetting"), false));
        var unused = vault.forgetAll()
                .thenAcceptAsync(
                        remains -> {
                            forgetSignIn.show(new Note(sentence(remains), false));
                            showStoredSecrets();
                            storage.refresh();
                            onForgotten.run();
                            form.refresh();
                        },
                        form.taskRunner.fxThread());
    }

    private String sentence(SecretErasure remains) {
        String key = remains.isComplete()
                ? messages.get("settings.forgotten")
                : remains.isKeyLeft() ? messages.get("settings.forgotten.not") : "";
        return remains.remainingFiles().isEmpty()
                ? key
                : (key + " "
                                + messages.get(
                                        "settings.forgotten.files",
                                        remains.remainingFiles().stream()
                                                .map(Path::toString)
                                                .collect(Collectors.joining(", "))))
                        .strip();
    }

    /** Returns whether the user deleted the stored credentials. Cancelling the dialog does not undo it. */
    boolean hasForgottenSignIn() {
        return hasForgottenSignIn;
    }

    private void showStoredSecrets() {
        CREDENTIALS
                .values()
                .forEach(secret ->
                        form.input(secret).setPromptText(vault.has(secret) ? messages.get("settings.kept") : ""));
    }

    /** Returns whether the user chose another storage of the secrets. The form knows about the other fields. */
    boolean isEdited() {
        return storage.isEdited();
    }

    /**
     * Stores the typed secrets. Runs after the addresses are stored, because a secret belongs to the sign-in address.
     */
    void saveSecrets() {
        CREDENTIALS.forEach((id, secret) -> {
            String typed = form.value(secret);
            boolean isUnused = OWN_IDS.contains(id)
                    && !form.field(id).isReadOnly()
                    && form.value(id).isEmpty();
            if (isUnused ? vault.has(secret) : !typed.isEmpty()) {
                // A profile's own secret has no effect without its client id, so it is deleted.
                var unused = vault.put(secret, isUnused ? "" : typed);
            }
        });
        storage.save();
    }
}
