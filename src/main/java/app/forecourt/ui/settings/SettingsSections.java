package app.forecourt.ui.settings;

import app.forecourt.car.Country;
import app.forecourt.car.PricingTerms;
import app.forecourt.car.TaxMeaning;
import app.forecourt.model.send.SendDelay;
import app.forecourt.settings.PriceSettings;
import app.forecourt.settings.ProxyAddress;
import app.forecourt.settings.Setting;
import app.forecourt.text.Language;
import app.forecourt.ui.fx.ClipboardText;
import app.forecourt.ui.fx.Theme;
import app.forecourt.ui.settings.SettingsPage.Section;
import app.forecourt.ui.words.Messages;
import app.forecourt.ui.words.WindowLanguage;
import atlantafx.base.theme.Styles;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/** Sections of the settings dialog in their order, each with its settings. */
final class SettingsSections {
    private static final String MANUAL = "manual";
    private static final int DISCOUNT_COLUMNS = "00.00 %".length();
    private static final int PORT_COLUMNS = 6;

    private final SettingsForm form;
    private final Messages messages;

    SettingsSections(SettingsForm form, Messages messages) {
        this.form = form;
        this.messages = messages;
    }

    /**
     * Returns all sections.
     *
     * @param forgetEverything action that asks for confirmation and deletes all data
     */
    List<Section> all(Node connection, Node dealerships, SettingsDialog.Home home,
            Runnable forgetEverything) {
        return List.of(new Section("connection", Feather.LOG_IN, connection),
                new Section("dealerships", Feather.MAP_PIN, dealerships),
                section("prices", Feather.TAG, form.choice(Setting.COUNTRY, countries(), this::countryName),
                        form.choice(Setting.TAX_AMOUNT, texts(TaxMeaning.values()).toList()),
                        form.number(Setting.TRADE_DISCOUNT,
                                text -> PricingTerms.parseDiscount(text).isPresent())
                                .narrow(DISCOUNT_COLUMNS)),
                section("sending", Feather.SEND, form.yesNo(Setting.SEND_UNDO, SendDelay.SECONDS)),
                section("appearance", Feather.SUN,
                        form.choice(Setting.LANGUAGE, WindowLanguage.settingValues(), this::languageName),
                        form.choice(Setting.THEME, List.of("system", "light", "dark")),
                        form.choice(Setting.TEXT_SIZE, Theme.TEXT_SIZES,
                                percent -> messages.get("settings.textSize.percent", percent))),
                section("network", Feather.GLOBE, proxy()),
                section("privacy", Feather.SHIELD, form.yesNo(Setting.PHOTO_PREVIEWS), homeDirectory(home),
                        button("settings.support",
                                form.button("supportFile", "settings.support.write",
                                        home.writeSupportFile())),
                        forgetEverything(forgetEverything)));
    }

    private static Section section(String key, Feather icon, Node... rows) {
        return new Section(key, icon, SettingsForm.rows(rows));
    }

    private static Stream<String> texts(Enum<?>[] values) {
        return Arrays.stream(values).map(PriceSettings::toText);
    }

    private static List<String> countries() {
        return Stream.concat(Stream.of(Setting.COUNTRY.defaultValue()), texts(Country.values())).toList();
    }

    private String countryName(String value) {
        String system = PriceSettings.toText(Country.of(Locale.getDefault()));
        return value.isEmpty()
                ? messages.get("settings.country.system", messages.get("settings.country." + system))
                : messages.get("settings.country." + value);
    }

    private String languageName(String code) {
        return Language.ofCode(code).map(Language::ownName)
                .orElseGet(() -> messages.get("settings.theme.system"));
    }

    private Node[] proxy() {
        SettingField proxy = form.choice(Setting.PROXY, List.of("system", MANUAL, "none"));
        var isManual = ((ComboBox<?>) proxy.control()).valueProperty().map(MANUAL::equals);
        return new Node[]{proxy, form.text(Setting.PROXY_HOST, ProxyAddress::isHost).showWhile(isManual),
            form.text(Setting.PROXY_PORT, text -> ProxyAddress.port(text).isPresent()).narrow(PORT_COLUMNS)
                    .showWhile(isManual)};
    }

    private SettingField button(String labelKey, Button button) {
        return new SettingField(messages.get(labelKey), button, button);
    }

    private SettingField homeDirectory(SettingsDialog.Home home) {
        TextField path = new TextField(home.directory().toString());
        path.setId("home");
        path.setEditable(false);
        HBox.setHgrow(path, Priority.ALWAYS);
        Button open = form.button("openHome", "settings.home.open", home.openDirectory());
        Button copy = form.button("copyHome", "settings.home.copy", () -> {});
        copy.setOnAction(_ -> {
            ClipboardText.text(path.getText());
            copy.setText(messages.get("settings.home.copied"));
        });
        HBox line = new HBox(path, open, copy);
        line.getStyleClass().add("setting-line");
        return new SettingField(messages.get("settings.home"), path, line)
                .with(SettingField.hint(messages.get("settings.home.hint")));
    }

    private SettingField forgetEverything(Runnable action) {
        Button forget = form.button("forgetEverything", "settings.forgetAll.button", action);
        forget.getStyleClass().addAll(Styles.DANGER, Styles.BUTTON_OUTLINED);
        return button("settings.forgetAll", forget)
                .with(SettingField.hint(messages.get("settings.forgetAll.hint")));
    }
}
