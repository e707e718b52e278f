package app.forecourt.ui.settings;

import app.forecourt.concurrent.TaskRunner;
import app.forecourt.environment.AddressCheck;
import app.forecourt.environment.ConnectionSettings;
import app.forecourt.environment.ProfileClients;
import app.forecourt.secret.Vault;
import app.forecourt.settings.Preferences;
import app.forecourt.settings.Profile;
import app.forecourt.settings.Setting;
import app.forecourt.ui.dialog.Dialogs;
import app.forecourt.ui.fx.ExpandablePane;
import app.forecourt.ui.words.Messages;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Settings section for credentials and addresses of staging and production. The user can test them before saving. */
final class ConnectionSection implements SettingsSection {
    private static final List<Setting> ADDRESSES = List.of(Setting.STAGING_ADDRESS,
            Setting.PRODUCTION_ADDRESS, Setting.TOKEN_ADDRESS);
    private static final List<Setting> IDS = List.of(Setting.CLIENT_ID, Setting.STAGING_CLIENT_ID,
            Setting.PRODUCTION_CLIENT_ID);
    /** Client secrets of one profile, by the client id that each of them needs. */
    private static final Map<Setting, Setting> OWN_SECRETS = Map.of(Setting.STAGING_CLIENT_ID,
            Setting.STAGING_CLIENT_SECRET, Setting.PRODUCTION_CLIENT_ID, Setting.PRODUCTION_CLIENT_SECRET);

    private final Preferences preferences;
    private final Vault vault;
    private final ConnectionSettings connections;
    private final Messages messages;
    private final Dialogs dialogs;
    private final Map<Setting, SettingField> fields = new EnumMap<>(Setting.class);
    private final ConnectionTestPane testPane;
    private final SecretStoragePane storagePane;
    private final ForgetSignInAction forgetAction;
    private final VBox view;

    /**
     * Creates the section.
     *
     * @param keyFile path of the file that holds the vault's key if the keychain does not
     */
    ConnectionSection(Preferences preferences, Vault vault, Path keyFile, ProfileClients clients,
            TaskRunner taskRunner, Messages messages, Dialogs dialogs) {
        this.preferences = preferences;
        this.vault = vault;
        this.connections = new ConnectionSettings(preferences, vault);
        this.messages = messages;
        this.dialogs = dialogs;
        for (Setting setting : Setting.connectionSettings()) {
            fields.put(setting, new SettingField(setting, preferences, messages));
        }
        testPane = new ConnectionTestPane(clients, taskRunner, messages);
        storagePane = new SecretStoragePane(preferences, vault, keyFile,
                field(Setting.CLIENT_SECRET).textProperty(), taskRunner, messages);
        forgetAction = new ForgetSignInAction(vault, taskRunner, messages, dialogs, this::clearCredentials,
                () -> {
                    refreshStoredSecret();
                    storagePane.refresh();
                });
        ADDRESSES.forEach(address -> field(address).setValidator(() -> addressNote(address)));
        field(Setting.CLIENT_SECRET).setValidator(() -> secretNote(Setting.CLIENT_SECRET));
        OWN_SECRETS.forEach((id, secret) -> field(secret)
                .setValidator(() -> field(id).text().isEmpty() && !field(secret).text().isEmpty()
                        ? new SettingField.Note(messages.get("settings.own.noid"), false)
                        : secretNote(secret)));
        fields.values().forEach(field -> field.textProperty().subscribe((_, _) -> {
            testPane.reset();
            // The notes depend on other fields: an address on the other addresses, a secret on its client id.
            fields.values().forEach(SettingField::refresh);
        }));
        view = new VBox(SettingsGrid.hint(messages.get("settings.connection.hint")), credentialsGrid(),
                ownCredentialsPane(),
                addressesPane(), testButtons(), testPane);
        refreshStoredSecret();
    }

    @Override
    public String key() {
        return "connection";
    }

    @Override
    public Node view() {
        return view;
    }

    private SettingField field(Setting setting) {
        return Objects.requireNonNull(fields.get(setting));
    }

    private SettingField.Note addressNote(Setting address) {
        return switch (AddressCheck.of(address, this::typed)) {
            case AddressCheck.Usable(var understood) -> new SettingField.Note(
                    understood.map(root -> messages.get("address.understood", root)).orElse(""), false);
            case AddressCheck.Faulty(String fault) ->
                new SettingField.Note(messages.get("address." + fault), true);
            case AddressCheck.BelongsToOther(Profile owner) ->
                new SettingField.Note(messages.get("address.others", messages.name(owner)), true);
        };
    }

    /** Returns the note below a secret. A stored secret is sent only to the sign-in address for which it was typed. */
    private SettingField.Note secretNote(Setting secret) {
        String savedAddress = preferences.stored(Setting.TOKEN_ADDRESS).strip();
        String secretAddress = vault.otherAddress(secret).orElse(savedAddress);
        String typedAddress = field(Setting.TOKEN_ADDRESS).isFixed() ? savedAddress
                : typed(Setting.TOKEN_ADDRESS).strip();
        boolean again = !field(secret).isFixed() && field(secret).text().isEmpty() && vault.has(secret)
                && !secretAddress.equals(typedAddress);
        return new SettingField.Note(again ? messages.get("settings.secret.again", secretAddress) : "",
                false);
    }

    /** Returns the typed text of a setting that is no secret, or its default if the field is blank. */
    private String typed(Setting setting) {
        SettingField field = fields.get(setting);
        return field == null || field.isFixed() ? preferences.get(setting)
                : field.text().isEmpty() ? setting.defaultValue() : field.text();
    }

    private SettingsGrid credentialsGrid() {
        SettingsGrid grid = new SettingsGrid();
        field(Setting.CLIENT_ID).addTo(grid, messages.get("settings.clientId.source"));
        field(Setting.CLIENT_SECRET).addTo(grid, messages.get("settings.clientSecret.source"));
        storagePane.addTo(grid);
        forgetAction.addTo(grid);
        return grid;
    }

    private ExpandablePane ownCredentialsPane() {
        SettingsGrid grid = new SettingsGrid();
        OWN_SECRETS.keySet().stream().sorted().forEach(id -> {
            field(id).addTo(grid, "");
            field(Objects.requireNonNull(OWN_SECRETS.get(id))).addTo(grid, "");
        });
        grid.add(SettingsGrid.hint(messages.get("settings.own.hint")));
        ExpandablePane own = new ExpandablePane("ownCredentials", messages.get("settings.own"), grid);
        if (OWN_SECRETS.keySet().stream().anyMatch(id -> !preferences.stored(id).isBlank())) {
            own.expand();
        }
        return own;
    }

    private ExpandablePane addressesPane() {
        SettingsGrid grid = new SettingsGrid();
        ADDRESSES.forEach(address -> field(address).addTo(grid, ""));
        grid.add(SettingsGrid.hint(messages.get("settings.addresses.hint")));
        ExpandablePane pane = new ExpandablePane("addresses", messages.get("settings.addresses"), grid);
        // Addresses that differ from the default or are wrong must be visible.
        if (ADDRESSES.stream().anyMatch(address -> !field(address).input().getText().isEmpty()
                || field(address).isFixed() || addressNote(address).isError())) {
            pane.expand();
        }
        return pane;
    }

    private VBox testButtons() {
        HBox buttons = new HBox();
        buttons.getStyleClass().add("banner-buttons");
        for (Profile profile : List.of(Profile.STAGING, Profile.PRODUCTION)) {
            Button button = new Button(messages.get("settings.test." + profile.key()));
            button.setId("test-" + profile.key());
            button.setOnAction(_ -> {
                var typed = new EnumMap<Setting, String>(Setting.class);
                fields.forEach((setting, field) -> typed.put(setting, field.text()));
                Function<Setting, String> values = setting -> testValue(setting, typed);
                testPane.start(profile, () -> connections.of(profile, values));
            });
            buttons.getChildren().add(button);
        }
        VBox tests = new VBox(buttons, SettingsGrid.hint(messages.get("settings.test.hint")));
        tests.getStyleClass().add("tests");
        return tests;
    }

    /**
     * Returns the typed value of a setting, or the stored one. May block on the keychain, so never call it on the FX
     * thread.
     */
    private String testValue(Setting setting, Map<Setting, String> typed) {
        String text = preferences.fixedBy(setting).isPresent() ? "" : typed.getOrDefault(setting, "");
        if (!text.isEmpty()) {
            return text;
        }
        if (setting.isSecret()) {
            // A stored secret is sent to another address only if the user types it again.
            boolean same = preferences.fixedBy(setting).isPresent()
                    || testValue(Setting.TOKEN_ADDRESS, typed).strip()
                            .equals(preferences.get(Setting.TOKEN_ADDRESS).strip());
            return same ? vault.secret(setting) : "";
        }
        // A field that the user cleared is tested as it would be saved: blank, or the default.
        return typed.containsKey(setting) && preferences.fixedBy(setting).isEmpty() ? setting.defaultValue()
                : preferences.get(setting);
    }

    private void clearCredentials() {
        IDS.forEach(id -> preferences.put(id, ""));
        fields.forEach((setting, field) -> {
            if ((IDS.contains(setting) || setting.isSecret()) && !field.isFixed()) {
                field.input().clear();
            }
        });
    }

    /** Returns whether the user deleted the stored credentials. Cancelling the dialog does not undo it. */
    boolean hasForgottenSignIn() {
        return forgetAction.isDone();
    }

    private void refreshStoredSecret() {
        fields.forEach((setting, field) -> {
            if (setting.isSecret()) {
                field.input().setPromptText(vault.has(setting) ? messages.get("settings.kept") : "");
            }
        });
    }

    @Override
    public Stream<? extends Control> invalidControls() {
        return fields.values().stream().filter(SettingField::isInvalid).map(SettingField::input);
    }

    @Override
    public void save() {
        fields.forEach((setting, field) -> {
            if (!field.isFixed() && !setting.isSecret()) {
                preferences.put(setting, field.text().isEmpty() ? setting.defaultValue() : field.text());
            }
        });
        // After the addresses, because a secret is stored for the sign-in address that is set at that time.
        fields.forEach((setting, field) -> {
            if (!field.isFixed() && setting.isSecret() && !field.text().isEmpty()) {
                var unused = vault.put(setting, field.text());
            }
        });
        OWN_SECRETS.forEach((id, secret) -> {
            // A profile's own secret has no effect without its client id, so it is deleted.
            if (!field(id).isFixed() && field(id).text().isEmpty() && vault.has(secret)) {
                var unused = vault.put(secret, "");
            }
        });
        storagePane.save(dialogs);
    }

    /** Stops the connection test. */
    void stopTest() {
        testPane.stop();
    }

    /** Returns the first field that the user can edit, for the initial focus. */
    TextField firstEditableField() {
        return fields.values().stream().filter(field -> !field.isFixed()).map(SettingField::input)
                .findFirst().orElse(field(Setting.CLIENT_ID).input());
    }
}
