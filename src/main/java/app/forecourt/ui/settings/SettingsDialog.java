package app.forecourt.ui.settings;

import app.forecourt.car.Country;
import app.forecourt.car.PricingTerms;
import app.forecourt.card.CardRepository;
import app.forecourt.connection.ProfileClients;
import app.forecourt.model.photos.WebSpaceCheck;
import app.forecourt.model.send.SendDelay;
import app.forecourt.secret.Vault;
import app.forecourt.settings.PricingPreferences;
import app.forecourt.settings.ProxyAddress;
import app.forecourt.settings.Setting;
import app.forecourt.sharing.SharedStockMembership;
import app.forecourt.sharing.server.ServerFailure;
import app.forecourt.text.Language;
import app.forecourt.ui.dialog.Sheet;
import app.forecourt.ui.dialog.WindowDialogs;
import app.forecourt.ui.fx.Theme;
import app.forecourt.ui.settings.SettingsPage.Section;
import app.forecourt.ui.words.LanguageBundles;
import app.forecourt.ui.words.Messages;
import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.DialogPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Sheet with all settings of this installation, on one page of sections. Nothing is stored before the user saves. */
public final class SettingsDialog {
    /** Width in pixels. */
    private static final double WIDTH = 940;

    private static final KeyCombination SAVE = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);
    private static final String MANUAL = "manual";
    private static final int DISCOUNT_COLUMNS = "00.00 %".length();
    private static final int PORT_COLUMNS = 6;

    private final Messages messages;
    private final Home home;
    private final Sheet sheet;
    private final WindowDialogs dialogs;
    private final ButtonType save;
    private final SettingFields form;
    private final ConnectionSection connection;
    private final DealershipsSection dealerships;
    private final WebSpaceSection webSpace;
    private final SharedStockSection sharedStock;
    private final WindscreenCardSection card;
    private final SettingsPage page;

    /**
     * Home directory of the program and the actions on it.
     *
     * @param directory path of the home directory
     * @param keyFile path of the file that holds the vault's key if the keychain does not
     * @param openDirectory action that opens the directory in the system's file manager
     * @param writeSupportFile action that writes a support file
     * @param forgetEverything action that deletes all data and ends the program
     */
    public record Home(
            Path directory,
            Path keyFile,
            Runnable openDirectory,
            Runnable writeSupportFile,
            Runnable forgetEverything) {}

    /**
     * Shared stock in the settings.
     *
     * @param deskName supplier of the name that is offered for this desk; may block
     * @param failure supplier of the reason why the server can't be used now; empty if it can
     */
    public record SharedStock(
            SharedStockMembership settings, Supplier<String> deskName, Supplier<Optional<ServerFailure>> failure) {}

    /** Creates the sheet with the stored settings, which it adds to the empty form. */
    public SettingsDialog(
            SettingFields form,
            Vault vault,
            ProfileClients clients,
            WebSpaceCheck webSpaceCheck,
            SharedStock shared,
            Home home) {
        this.form = form;
        messages = form.messages;
        dialogs = form.dialogs;
        this.home = home;
        sheet = dialogs.createSheet("settings.title");
        save = dialogs.addButtons(sheet.pane(), messages.get("settings.save"));
        connection = new ConnectionSection(form, vault, home.keyFile(), clients);
        dealerships = new DealershipsSection(clients.dealerships(), form);
        webSpace = new WebSpaceSection(form, vault, webSpaceCheck);
        sharedStock = new SharedStockSection(form, shared, vault);
        connection.setOnForgotten(() -> {
            webSpace.showStoredSecret();
            sharedStock.showStoredSecret();
        });
        card = new WindscreenCardSection(new CardRepository(form.preferences), form);
        page = new SettingsPage(sections(), messages);
        form.refresh();
    }

    /** Returns the sections of the page in their order. */
    private List<Section> sections() {
        return List.of(
                new Section(SettingsTopic.CONNECTION, connection.view()),
                new Section(SettingsTopic.DEALERSHIPS, dealerships.view()),
                new Section(SettingsTopic.SHARED_STOCK, sharedStock.view()),
                new Section(SettingsTopic.PHOTOS, webSpace.view()),
                new Section(SettingsTopic.CARD, card.view()),
                section(
                        SettingsTopic.PRICES,
                        form.choice(
                                Setting.COUNTRY,
                                Stream.concat(Stream.of(""), texts(Country.values()))
                                        .toList(),
                                this::countryName),
                        form.choice(
                                Setting.TAX_AMOUNT,
                                texts(PricingTerms.TaxMeaning.values()).toList()),
                        form.number(
                                        Setting.TRADE_DISCOUNT,
                                        text -> PricingTerms.parseDiscount(text).isPresent())
                                .narrow(DISCOUNT_COLUMNS)),
                section(SettingsTopic.SENDING, form.yesNo(Setting.SEND_UNDO, SendDelay.SECONDS)),
                section(
                        SettingsTopic.APPEARANCE,
                        form.choice(Setting.LANGUAGE, LanguageBundles.settingValues(), this::languageName),
                        form.choice(Setting.THEME, List.of("system", "light", "dark")),
                        form.choice(
                                Setting.TEXT_SIZE,
                                Theme.TEXT_SIZES,
                                percent -> messages.get("settings.textSize.percent", percent))),
                section(
                        SettingsTopic.NETWORK,
                        form.choice(Setting.PROXY, List.of("system", MANUAL, "none")),
                        form.text(Setting.PROXY_HOST, ProxyAddress::isHost).showWhile(isProxyManual()),
                        form.text(
                                        Setting.PROXY_PORT,
                                        text -> ProxyAddress.port(text).isPresent())
                                .narrow(PORT_COLUMNS)
                                .showWhile(isProxyManual())),
                section(
                        SettingsTopic.PRIVACY,
                        form.yesNo(Setting.PHOTO_PREVIEWS),
                        homeDirectory(),
                        supportFile(),
                        forgetEverything()));
    }

    private static Section section(SettingsTopic name, Node... rows) {
        return new Section(name, SettingFields.rows(rows));
    }

    private static Stream<String> texts(Enum<?>[] values) {
        return Arrays.stream(values).map(PricingPreferences::toText);
    }

    private String countryName(String value) {
        String system = PricingPreferences.toText(Country.of(Locale.getDefault()));
        return value.isEmpty()
                ? messages.get("settings.country.system", messages.get("settings.country." + system))
                : messages.get("settings.country." + value);
    }

    private String languageName(String code) {
        return Language.ofCode(code).map(Language::ownName).orElseGet(() -> messages.get("settings.theme.system"));
    }

    private ObservableValue<Boolean> isProxyManual() {
        return form.shown(Setting.PROXY).map(MANUAL::equals);
    }

    private SettingField homeDirectory() {
        TextField path = new TextField(home.directory().toString());
        path.setEditable(false);
        HBox.setHgrow(path, Priority.ALWAYS);
        HBox line = new HBox(
                path,
                form.button(
                        "openHome",
                        "settings.home.open",
                        _ -> home.openDirectory().run()));
        line.getStyleClass().add("setting-line");
        return form.create("home", path, line);
    }

    private SettingField supportFile() {
        return row(form.button(
                "support",
                "settings.support.write",
                _ -> home.writeSupportFile().run()));
    }

    private SettingField row(Button button) {
        return form.create(button.getId(), button, button);
    }

    private SettingField forgetEverything() {
        Button forget = form.button("forgetAll", "settings.forgetAll.button", _ -> {
            String directory = home.directory().toString();
            String key = "settings.forgetAll";
            if (dialogs.ask(key, key + ".ask", key + ".yes", key + ".no", directory)) {
                sheet.confirmClose(() -> true);
                sheet.close();
                home.forgetEverything().run();
            }
        });
        forget.getStyleClass().addAll(Styles.DANGER, Styles.BUTTON_OUTLINED);
        return row(forget);
    }

    /**
     * Shows the settings until the user saves or cancels.
     *
     * @param section key of the section to begin with; empty for the first
     * @return true if a setting may have changed
     */
    public boolean show(String section) {
        DialogPane pane = sheet.pane();
        pane.getStyleClass().add("settings-window");
        pane.setContent(page);
        sheet.setWidth(WIDTH);
        Button saveButton = sheet.button(save);
        saveButton.setId("settingsSave");
        saveButton.addEventFilter(ActionEvent.ACTION, event -> {
            if (page.showFirstInvalid()) {
                event.consume();
            }
        });
        pane.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (SAVE.match(key)) {
                saveButton.fire();
                key.consume();
            }
        });
        sheet.confirmClose(() -> sheet.result().filter(save::equals).isPresent()
                || !isEdited()
                || dialogs.ask("leave.title", "settings.leave", "leave.yes", "leave.no"));
        sheet.setOnShown(() -> Platform.runLater(() -> {
            if (!page.showSection(section)) {
                form.fields()
                        .filter(SettingField::isActive)
                        .findFirst()
                        .ifPresent(field -> field.control().requestFocus());
            } else if (section.equals(Messages.key(SettingsTopic.SHARED_STOCK))) {
                sharedStock.focusFault();
            }
        }));
        boolean saved = sheet.showAndWait().filter(save::equals).isPresent();
        if (saved) {
            form.save();
            connection.saveSecrets();
            webSpace.saveSecret();
            sharedStock.save();
            dealerships.save();
            card.save();
        }
        return saved || connection.hasForgottenSignIn();
    }

    private boolean isEdited() {
        return form.isEdited()
                || connection.isEdited()
                || dealerships.isEdited()
                || card.isEdited()
                || sharedStock.isEdited();
    }
}
