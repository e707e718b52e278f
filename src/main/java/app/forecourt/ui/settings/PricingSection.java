package app.forecourt.ui.settings;

import app.forecourt.car.Country;
import app.forecourt.car.PricingTerms;
import app.forecourt.car.TaxMeaning;
import app.forecourt.settings.Preferences;
import app.forecourt.settings.PriceSettings;
import app.forecourt.settings.Setting;
import app.forecourt.ui.words.Messages;
import atlantafx.base.theme.Styles;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Settings section for price calculation. */
final class PricingSection implements SettingsSection {
    private static final String DIGITS = "00.00 %";

    private final Preferences preferences;
    private final Messages messages;
    private final SettingComboBox country;
    private final SettingComboBox tax;
    private final TextField discount = new TextField();
    private final SettingsGrid view = new SettingsGrid();

    PricingSection(Preferences preferences, Messages messages) {
        this.preferences = preferences;
        this.messages = messages;
        List<String> countries = Stream.concat(Stream.of(Setting.COUNTRY.defaultValue()),
                Arrays.stream(Country.values()).map(PriceSettings::toText)).toList();
        country = new SettingComboBox(Setting.COUNTRY, countries,
                PriceSettings.country(preferences).map(PriceSettings::toText).orElse(""), this::countryName);
        tax = new SettingComboBox(Setting.TAX_AMOUNT,
                Arrays.stream(TaxMeaning.values()).map(PriceSettings::toText).toList(),
                PriceSettings.toText(PriceSettings.taxMeaning(preferences)),
                meaning -> messages.get("settings.taxAmountMeans." + meaning));
        discount.setId(Setting.TRADE_DISCOUNT.key());
        discount.setText(storedDiscount());
        view.add(messages.get("settings.country"), country, country);
        view.add(messages.get("settings.taxAmountMeans"), tax, tax);
        view.add(messages.get("settings.tradeDiscount"), discount, discountCell());
        view.add(SettingsGrid.hint(messages.get("settings.tradeDiscount.hint")));
    }

    private String countryName(String value) {
        return value.isEmpty()
                ? messages.get("settings.country.system",
                        messages.get(
                                "settings.country." + PriceSettings.toText(Country.of(Locale.getDefault()))))
                : messages.get("settings.country." + value);
    }

    /** Returns the stored discount, or the default if the preferences file was edited by hand and holds no discount. */
    private String storedDiscount() {
        String text = preferences.get(Setting.TRADE_DISCOUNT);
        return PricingTerms.parseDiscount(text).isPresent() ? text : Setting.TRADE_DISCOUNT.defaultValue();
    }

    @Override
    public String key() {
        return "prices";
    }

    @Override
    public Node view() {
        return view;
    }

    private VBox discountCell() {
        discount.setPrefColumnCount(DIGITS.length());
        discount.setMaxWidth(TextField.USE_PREF_SIZE);
        VBox cell = new VBox(discount);
        Label note = SettingsGrid.hint(messages.get("settings.nodiscount"));
        note.setId("tradeDiscount-note");
        note.getStyleClass().add("danger");
        discount.textProperty().subscribe(_ -> {
            boolean right = invalidControls().findFirst().isEmpty();
            discount.pseudoClassStateChanged(Styles.STATE_DANGER, !right);
            discount.setAccessibleHelp(right ? null : note.getText());
            cell.getChildren().remove(note);
            if (!right) {
                cell.getChildren().add(note);
            }
        });
        return cell;
    }

    @Override
    public Stream<TextField> invalidControls() {
        return PricingTerms.parseDiscount(discount.getText()).isPresent() ? Stream.empty()
                : Stream.of(discount);
    }

    @Override
    public void save() {
        preferences.put(Setting.COUNTRY, country.getValue());
        preferences.put(Setting.TAX_AMOUNT, tax.getValue());
        // A blank preference means the default, but a blank discount field means no discount.
        preferences.put(Setting.TRADE_DISCOUNT,
                discount.getText().isBlank() ? "0" : discount.getText().strip());
    }
}
