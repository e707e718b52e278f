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

/** How to sign in to staging and production, and where they are; all of it can be tried before it is kept. */
final class ConnectionSection implements SettingsSection {
    private static final List<Setting> ADDRESSES = List.of(Setting.STAGING_ADDRESS,
            Setting.PRODUCTION_ADDRESS, Setting.TOKEN_ADDRESS);
    private static final List<Setting> IDS = List.of(Setting.CLIENT_ID, Setting.STAGING_CLIENT_ID,
            Setting.PRODUCTION_CLIENT_ID);
    /** Secrets that count only beside an id of their own. */
    private static final Map<Setting, Setting> OWN = Map.of(Setting.STAGING_CLIENT_ID,
            Setting.STAGING_CLIENT_SECRET, Setting.PRODUCTION_CLIENT_ID, Setting.PRODUCTION_CLIENT_SECRET);

    private final Preferences preferences;
    private final Vault vault;
    private final ConnectionSettings connections;
    private final Messages words;
    private final Dialogs dialogs;
    private final Map<Setting, SettingField> fields = new EnumMap<>(Setting.class);
    private final ConnectionTestPane steps;
    private final SecretStoragePane keeping;
    private final ForgetSignIn forgetting;
    private final VBox view;

    /** @param keyFile where the key to the secrets is when it is in a file */
    ConnectionSection(Preferences preferences, Vault vault, Path keyFile, ProfileClients environments,
            TaskRunner background, Messages words, Dialogs dialogs) {
        this.preferences = preferences;
        this.vault = vault;
        this.connections = new ConnectionSettings(preferences, vault);
        this.words = words;
        this.dialogs = dialogs;
        for (Setting setting : Setting.ofConnections()) {
            fields.put(setting, new SettingField(setting, preferences, words));
        }
        steps = new ConnectionTestPane(environments, background, words);
        keeping = new SecretStoragePane(preferences, vault, keyFile,
                field(Setting.CLIENT_SECRET).textProperty(), background, words);
        forgetting = new ForgetSignIn(vault, background, words, dialogs, this::blank, () -> {
            refreshStoredSecret();
            keeping.refresh();
        });
        ADDRESSES.forEach(address -> field(address).setRule(() -> judged(address)));
        field(Setting.CLIENT_SECRET).setRule(() -> judgedSecret(Setting.CLIENT_SECRET));
        OWN.forEach((id, secret) -> field(secret)
                .setRule(() -> field(id).text().isEmpty() && !field(secret).text().isEmpty()
                        ? new SettingField.Note(words.get("settings.own.noid"), false)
                        : judgedSecret(secret)));
        fields.values().forEach(field -> field.textProperty().subscribe((before, after) -> {
            steps.forget();
            // Whose an address is hangs on the others, and what a secret is for on its id.
            fields.values().forEach(SettingField::refresh);
        }));
        view = new VBox(SettingsGrid.hint(words.get("settings.connection.hint")), signingIn(), own(),
                addresses(), tests(), steps);
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

    private SettingField.Note judged(Setting address) {
        return switch (AddressCheck.of(address, this::typed)) {
            case AddressCheck.Usable(var understood) -> new SettingField.Note(
                    understood.map(root -> words.get("address.understood", root)).orElse(""), false);
            case AddressCheck.Faulty(String fault) ->
                new SettingField.Note(words.get("address." + fault), true);
            case AddressCheck.Others(Profile owner) ->
                new SettingField.Note(words.get("address.others", words.name(owner)), true);
        };
    }

    /** A kept secret goes to no other sign-in address than the one it was typed for. */
    private SettingField.Note judgedSecret(Setting secret) {
        String before = preferences.typed(Setting.TOKEN_ADDRESS).strip();
        String kept = vault.otherAddress(secret).orElse(before);
        String now = field(Setting.TOKEN_ADDRESS).isFixed() ? before : typed(Setting.TOKEN_ADDRESS).strip();
        boolean again = !field(secret).isFixed() && field(secret).text().isEmpty() && vault.has(secret)
                && !kept.equals(now);
        return new SettingField.Note(again ? words.get("settings.secret.again", kept) : "", false);
    }

    /** What is typed of a setting that is no secret, or else what holds when it is left blank. */
    private String typed(Setting setting) {
        SettingField field = fields.get(setting);
        return field == null || field.isFixed() ? preferences.get(setting)
                : field.text().isEmpty() ? setting.standard() : field.text();
    }

    private SettingsGrid signingIn() {
        SettingsGrid grid = new SettingsGrid();
        field(Setting.CLIENT_ID).addTo(grid, words.get("settings.clientId.source"));
        field(Setting.CLIENT_SECRET).addTo(grid, words.get("settings.clientSecret.source"));
        keeping.addTo(grid);
        forgetting.addTo(grid);
        return grid;
    }

    private ExpandablePane own() {
        SettingsGrid grid = new SettingsGrid();
        OWN.keySet().stream().sorted().forEach(id -> {
            field(id).addTo(grid, "");
            field(Objects.requireNonNull(OWN.get(id))).addTo(grid, "");
        });
        grid.add(SettingsGrid.hint(words.get("settings.own.hint")));
        ExpandablePane own = new ExpandablePane("ownCredentials", words.get("settings.own"), grid);
        if (OWN.keySet().stream().anyMatch(id -> !preferences.typed(id).isBlank())) {
            own.open();
        }
        return own;
    }

    private ExpandablePane addresses() {
        SettingsGrid grid = new SettingsGrid();
        ADDRESSES.forEach(address -> field(address).addTo(grid, ""));
        grid.add(SettingsGrid.hint(words.get("settings.addresses.hint")));
        ExpandablePane all = new ExpandablePane("addresses", words.get("settings.addresses"), grid);
        // What needs a look is not hidden.
        if (ADDRESSES.stream().anyMatch(address -> !field(address).input().getText().isEmpty()
                || field(address).isFixed() || judged(address).isWrong())) {
            all.open();
        }
        return all;
    }

    private VBox tests() {
        HBox buttons = new HBox();
        buttons.getStyleClass().add("banner-buttons");
        for (Profile profile : List.of(Profile.STAGING, Profile.PRODUCTION)) {
            Button button = new Button(words.get("settings.test." + profile.key()));
            button.setId("test-" + profile.key());
            button.setOnAction(event -> {
                var typed = new EnumMap<Setting, String>(Setting.class);
                fields.forEach((setting, field) -> typed.put(setting, field.text()));
                Function<Setting, String> values = setting -> value(setting, typed);
                steps.begin(profile, () -> connections.of(profile, values));
            });
            buttons.getChildren().add(button);
        }
        VBox tests = new VBox(buttons, SettingsGrid.hint(words.get("settings.test.hint")));
        tests.getStyleClass().add("tests");
        return tests;
    }

    /** What is typed, or else what is kept; may wait for the keychain. Not for the window's thread. */
    private String value(Setting setting, Map<Setting, String> typed) {
        String text = preferences.fixedBy(setting).isPresent() ? "" : typed.getOrDefault(setting, "");
        if (!text.isEmpty()) {
            return text;
        }
        if (setting.isSecret()) {
            // What is kept goes to another address only if it is typed again.
            boolean same = preferences.fixedBy(setting).isPresent()
                    || value(Setting.TOKEN_ADDRESS, typed).strip()
                            .equals(preferences.get(Setting.TOKEN_ADDRESS).strip());
            return same ? vault.secret(setting) : "";
        }
        // What she blanked is to be blank, or the default, when it is kept.
        return typed.containsKey(setting) && preferences.fixedBy(setting).isEmpty() ? setting.standard()
                : preferences.get(setting);
    }

    private void blank() {
        IDS.forEach(id -> preferences.put(id, ""));
        fields.forEach((setting, field) -> {
            if ((IDS.contains(setting) || setting.isSecret()) && !field.isFixed()) {
                field.input().clear();
            }
        });
    }

    /** Whether the sign-in was forgotten, which holds whether or not the rest is saved. */
    boolean hasForgotten() {
        return forgetting.isDone();
    }

    private void refreshStoredSecret() {
        fields.forEach((setting, field) -> {
            if (setting.isSecret()) {
                field.input().setPromptText(vault.has(setting) ? words.get("settings.kept") : "");
            }
        });
    }

    @Override
    public Stream<? extends Control> wrong() {
        return fields.values().stream().filter(SettingField::isWrong).map(SettingField::input);
    }

    @Override
    public void save() {
        fields.forEach((setting, field) -> {
            if (!field.isFixed() && !setting.isSecret()) {
                preferences.put(setting, field.text().isEmpty() ? setting.standard() : field.text());
            }
        });
        // After the addresses, because a secret is kept for the sign-in address of then.
        fields.forEach((setting, field) -> {
            if (!field.isFixed() && setting.isSecret() && !field.text().isEmpty()) {
                var unused = vault.put(setting, field.text());
            }
        });
        OWN.forEach((id, secret) -> {
            // Without an id of its own it counts for nothing, and what counts for nothing is not kept.
            if (!field(id).isFixed() && field(id).text().isEmpty() && vault.has(secret)) {
                var unused = vault.put(secret, "");
            }
        });
        keeping.save(dialogs);
    }

    /** Nothing is tried any longer. */
    void leave() {
        steps.stop();
    }

    /** Where typing begins. */
    TextField first() {
        return fields.values().stream().filter(field -> !field.isFixed()).map(SettingField::input)
                .findFirst().orElse(field(Setting.CLIENT_ID).input());
    }
}
