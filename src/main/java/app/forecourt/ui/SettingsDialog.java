package app.forecourt.ui;

import app.forecourt.autochat.OptionsOutcome;
import app.forecourt.listing.Environments;
import app.forecourt.profile.Connections;
import app.forecourt.profile.Preferences;
import app.forecourt.profile.Profile;
import app.forecourt.profile.Setting;
import app.forecourt.profile.Vault;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** Signing in, environments, prices, appearance; with a test of what is typed before it is saved. */
public final class SettingsDialog {
    private static final List<Setting> SIGNING_IN = List.of(Setting.CLIENT_ID, Setting.CLIENT_SECRET);
    private static final List<Setting> SHOWN = List.of(Setting.CLIENT_ID, Setting.CLIENT_SECRET,
            Setting.STAGING_ADDRESS, Setting.PRODUCTION_ADDRESS, Setting.TOKEN_ADDRESS);
    /** Pixels of the page that are seen at once: with title and buttons it fits a screen of 768. */
    private static final double VISIBLE = 560;
    private static final List<String> THEMES = List.of("system", "light", "dark");

    private final Preferences preferences;
    private final Vault vault;
    private final Connections connections;
    private final Environments environments;
    private final Background background;
    private final Words words;
    private final Map<Setting, TextField> fields = new EnumMap<>(Setting.class);
    private final Choice theme;
    private final DealershipSettings dealerships;
    private final PriceChoices prices;
    private final Label result = new Label();

    /** The settings as they are now. */
    public SettingsDialog(Preferences preferences, Vault vault, Environments environments,
            Background background, Words words) {
        this.preferences = preferences;
        this.vault = vault;
        this.connections = new Connections(preferences, vault);
        this.environments = environments;
        this.background = background;
        this.words = words;
        theme = new Choice(Setting.THEME, THEMES, preferences.get(Setting.THEME),
                value -> words.get("settings.theme." + value));
        dealerships = new DealershipSettings(environments.dealerships(), words);
        prices = new PriceChoices(preferences, words);
    }

    /**
     * Shows the settings until they are saved or left.
     *
     * @return whether any was saved
     */
    public boolean show(Window owner) {
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.setTitle(words.get("settings.title"));
        dialog.setResizable(true);
        ButtonType save = new ButtonType(words.get("settings.save"), ButtonData.OK_DONE);
        ButtonType cancel = new ButtonType(words.get("settings.cancel"), ButtonData.CANCEL_CLOSE);
        dialog.getDialogPane().getStylesheets().add(Theme.STYLE_SHEET);
        dialog.getDialogPane().getButtonTypes().addAll(save, cancel);
        dialog.getDialogPane().lookupButton(save).setId("settingsSave");
        ScrollPane page = new ScrollPane(page());
        page.setFitToWidth(true);
        page.setPrefViewportWidth(660);
        page.setPrefViewportHeight(VISIBLE);
        dialog.getDialogPane().setContent(page);
        dialog.getDialogPane().lookupButton(save).addEventFilter(ActionEvent.ACTION, event -> {
            wrong().findFirst().ifPresent(field -> {
                field.requestFocus();
                FormPane.bringIntoView(page, field);
                event.consume();
            });
        });
        dialog.getDialogPane().setMinHeight(VISIBLE / 2);
        // A field whose input is filtered keeps Esc to itself.
        dialog.getDialogPane().addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE && key.getTarget() instanceof TextField) {
                ((Button) dialog.getDialogPane().lookupButton(cancel)).fire();
                key.consume();
            }
        });
        dialog.setOnShown(event -> Platform
                .runLater(() -> fields.values().stream().filter(field -> !field.isDisabled()).findFirst()
                        .ifPresent(TextField::requestFocus)));
        boolean saved = dialog.showAndWait().filter(save::equals).isPresent();
        if (saved) {
            fields.forEach((setting, field) -> {
                if (preferences.fixedBy(setting).isEmpty()) {
                    keep(setting, field.getText().strip());
                }
            });
            dealerships.save();
            prices.save();
            preferences.put(Setting.THEME, theme.getValue());
        }
        return saved;
    }

    /** A secret is not shown again, so what is left blank stays. */
    private void keep(Setting setting, String text) {
        if (!setting.isSecret()) {
            preferences.put(setting, text);
        } else if (!text.isEmpty()) {
            var unused = vault.put(setting, text);
        }
    }

    /** Fields whose text can't be kept as it is. */
    private Stream<TextField> wrong() {
        return Stream.concat(
                fields.entrySet().stream().filter(entry -> !isRight(entry.getKey(), entry.getValue()))
                        .map(Map.Entry::getValue),
                Stream.concat(dealerships.wrong(), prices.wrong()));
    }

    /** An address left blank is the usual one again. */
    private boolean isRight(Setting setting, TextField field) {
        return field.isDisabled() || setting.standard().isEmpty() || field.getText().isBlank()
                || environments.isUsable(setting, field.getText());
    }

    private VBox page() {
        SettingsGrid signingIn = new SettingsGrid();
        SettingsGrid places = new SettingsGrid();
        for (Setting setting : SHOWN) {
            add(SIGNING_IN.contains(setting) ? signingIn : places, setting);
        }
        SettingsGrid appearance = new SettingsGrid();
        appearance.add(words.get("settings.theme"), theme, theme);

        VBox page = new VBox(title("settings.connection"),
                SettingsGrid.hint(words.get("settings.connection.hint")), signingIn,
                title("settings.environments"), places, tests(), result, title("settings.dealerships"),
                dealerships.view(), title("settings.prices"),
                prices.view(), title("settings.appearance"), appearance);
        page.getStyleClass().add("settings");
        return page;
    }

    private HBox tests() {
        result.setId("testResult");
        Wrap.on(result);
        result.getStyleClass().add("test-result");
        Button staging = test(Profile.STAGING);
        Button production = test(Profile.PRODUCTION);
        HBox buttons = new HBox(staging, production);
        buttons.getStyleClass().add("banner-buttons");
        return buttons;
    }

    private Button test(Profile profile) {
        Button button = new Button(words.get("settings.test." + profile.key()));
        button.setId("test-" + profile.key());
        button.setOnAction(event -> {
            result.setText(words.get("settings.test.running", words.name(profile)));
            Map<Setting, String> typed = new EnumMap<>(Setting.class);
            fields.forEach((setting, field) -> typed.put(setting, field.getText()));
            background.run(
                    () -> environments
                            .client(connections.of(profile, setting -> value(setting, typed))).options(),
                    outcome -> tell(profile, outcome));
        });
        return button;
    }

    private void tell(Profile profile, OptionsOutcome outcome) {
        result.setText(outcome instanceof OptionsOutcome.Loaded(var options)
                ? words.get("settings.test.good", words.name(profile), options.size())
                : words.get("settings.test.bad", words.name(profile),
                        new OutcomeWords(words).sentence(outcome, profile)));
        result.getStyleClass().setAll("label",
                outcome instanceof OptionsOutcome.Loaded ? "success" : "danger");
    }

    /** What is typed, or else what is kept; may wait for the keychain. */
    private String value(Setting setting, Map<Setting, String> typed) {
        String text = preferences.fixedBy(setting).isPresent() ? "" : typed.getOrDefault(setting, "");
        return !text.isBlank() ? text
                : setting.isSecret() ? vault.secret(setting) : preferences.get(setting);
    }

    private void add(SettingsGrid grid, Setting setting) {
        TextField field = setting.isSecret() ? new PasswordField() : new TextField();
        field.setId(setting.key());
        field.setText(setting.isSecret() ? "" : preferences.get(setting));
        field.setPromptText(setting.isSecret() && vault.has(setting) ? words.get("settings.kept")
                : setting.standard());
        GridPane.setHgrow(field, Priority.ALWAYS);
        VBox cell = new VBox(field);
        Label note = SettingsGrid.hint(words.get("settings.noaddress"));
        note.getStyleClass().add("danger");
        Label tooMuch = SettingsGrid.hint("");
        tooMuch.setId(setting.key() + "-note");
        tooMuch.getStyleClass().add("danger");
        PasteLimit.on(field, PasteLimit.LINE, field::getText, length -> {
            tooMuch.setText(words.get("problem.too_much_pasted", length, PasteLimit.LINE));
            field.setAccessibleHelp(tooMuch.getText());
            if (!cell.getChildren().contains(tooMuch)) {
                cell.getChildren().add(tooMuch);
            }
        });
        field.focusedProperty().subscribe(any -> untell(field, cell, tooMuch));
        field.textProperty().subscribe(text -> {
            result.setText("");
            untell(field, cell, tooMuch);
            cell.getChildren().remove(note);
            if (!isRight(setting, field)) {
                cell.getChildren().add(note);
            }
        });
        preferences.fixedBy(setting).ifPresent(source -> {
            field.setDisable(true);
            cell.getChildren().add(SettingsGrid.hint(words.get("settings.fixed", source)));
        });
        fields.put(setting, field);
        grid.add(words.get("settings." + setting.key()), field, cell);
    }

    private static void untell(TextField field, VBox cell, Label note) {
        cell.getChildren().remove(note);
        field.setAccessibleHelp(null);
    }

    private Label title(String key) {
        Label title = new Label(words.get(key));
        title.getStyleClass().add("card-title");
        return title;
    }
}
