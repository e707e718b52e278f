package app.forecourt.advert;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.check.CarValidator;
import app.forecourt.car.vocabulary.Vocabulary;
import app.forecourt.option.CarOption;
import app.forecourt.option.OptionLabels;
import app.forecourt.text.Language;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Adverts of typed cars, for tests. */
public final class SampleAdverts {
    private static final Vocabulary VOCABULARY = Vocabulary.bundled();
    private static final OptionLabels LABELS = new OptionLabels();
    private static final CarValidator CHECK = new CarValidator(
            Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC), VOCABULARY);

    /** A car with all facts. */
    public static final CarDraft WHOLE = CarDraft.of(Map.ofEntries(Map.entry(CarField.BRAND, "volkswagen"),
            Map.entry(CarField.MODEL, "golf"), Map.entry(CarField.VERSION, "1.5 TSI Life"),
            Map.entry(CarField.FUEL_TYPE, "benzine"), Map.entry(CarField.TRANSMISSION, "handgeschakeld"),
            Map.entry(CarField.GEARS, "6"), Map.entry(CarField.BODY_TYPE, "hatchback"),
            Map.entry(CarField.BODY_COLOR, "zwart"), Map.entry(CarField.NUMBER_OF_DOORS, "5"),
            Map.entry(CarField.ENGINE_KW, "96"), Map.entry(CarField.ENGINE_DISPLACEMENT, "1498"),
            Map.entry(CarField.ENGINE_EMISSION, "121"), Map.entry(CarField.MILEAGE, "48.250"),
            Map.entry(CarField.MILEAGE_UNIT, "KM"), Map.entry(CarField.YEAR_OF_CONSTRUCTION, "2021"),
            Map.entry(CarField.DATE_OF_FIRST_REGISTRATION, "16-09-2022"),
            Map.entry(CarField.SALES_PRICE, "22.950"), Map.entry(CarField.CURRENCY, "EUR"),
            Map.entry(CarField.IS_TAX_DEDUCTIBLE, "true"),
            Map.entry(CarField.SALES_PRICE_EX_VAT, "18.966,94"),
            Map.entry(CarField.TRADE_PRICE, "20.000"), Map.entry(CarField.LICENSE_PLATE, "XF100F"),
            Map.entry(CarField.INTERNAL_ID, "S-12"), Map.entry(CarField.VIN, "WVWZZZCDZNW123456")),
            List.of("abs", "driver_airbag", "seat_heating", "heated_seats", "navigation_system",
                    "unheard_of"));

    private SampleAdverts() {}

    /** Returns the advert of a typed car. */
    public static Advert of(CarDraft draft, Language language) {
        return of(draft, language, Optional.of("Harbour Cars"));
    }

    /** Returns the advert of a typed car at a dealership. */
    public static Advert of(CarDraft draft, Language language, Optional<String> dealership) {
        List<CarOption> options = draft.options().stream().map(CarOption::unlisted).toList();
        return new Advert(new AdvertSource(field -> CHECK.parse(draft).value(field), options, dealership),
                VOCABULARY, LABELS, language);
    }
}
