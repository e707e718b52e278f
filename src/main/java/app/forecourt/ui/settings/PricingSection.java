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
    private final Messages words;
    private final SettingComboBox country;
    private final SettingComboBox tax;
    private final TextField discount = new TextField();
    private final SettingsGrid view = new SettingsGrid();

    PricingSection(Preferences preferences, Messages words) {
        this.preferences = preferences;
        this.words = words;
        List<String> countries = Stream.concat(Stream.of(Setting.COUNTRY.standard()),
                Arrays.stream(Country.values()).map(PriceSettings::text)).toList();
        country = new SettingComboBox(Setting.COUNTRY, countries,
                PriceSettings.country(preferences).map(PriceSettings::text).orElse(""), this::countryName);
        tax = new SettingComboBox(Setting.TAX_AMOUNT,
                Arrays.stream(TaxMeaning.values()).map(PriceSettings::text).toList(),
                PriceSettings.text(PriceSettings.tax(preferences)),
                meaning -> words.get("settings.taxAmountMeans." + meaning));
        discount.setId(Setting.TRADE_DISCOUNT.key());
        discount.setText(storedDiscount());
        view.add(words.get("settings.country"), country, country);
        view.add(words.get("settings.taxAmountMeans"), tax, tax);
        view.add(words.get("settings.tradeDiscount"), discount, discountCell());
        view.add(SettingsGrid.hint(words.get("settings.tradeDiscount.hint")));
    }

    private String countryName(String value) {
        return value.isEmpty()
                ? words.get("settings.country.system",
                        words.get("settings.country." + PriceSettings.text(Country.of(Locale.getDefault()))))
                : words.get("settings.country." + value);
    }

    /** Returns the stored discount, or the default if the preferences file was edited by hand and holds no discount. */
    private String storedDiscount() {
        String text = preferences.get(Setting.TRADE_DISCOUNT);
        return PricingTerms.discount(text).isPresent() ? text : Setting.TRADE_DISCOUNT.standard();
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
        Label note = SettingsGrid.hint(words.get("settings.nodiscount"));
        note.setId("tradeDiscount-note");
        note.getStyleClass().add("danger");
        discount.textProperty().subscribe(_ -> {
            boolean right = wrong().findFirst().isEmpty();
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
    public Stream<TextField> wrong() {
        return PricingTerms.discount(discount.getText()).isPresent() ? Stream.empty() : Stream.of(discount);
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
