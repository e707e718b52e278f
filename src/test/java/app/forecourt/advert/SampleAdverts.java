package app.forecourt.advert;

import static app.forecourt.car.CarField.BODY_COLOR;
import static app.forecourt.car.CarField.BODY_TYPE;
import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.car.CarField.CURRENCY;
import static app.forecourt.car.CarField.DATE_OF_FIRST_REGISTRATION;
import static app.forecourt.car.CarField.ENGINE_DISPLACEMENT;
import static app.forecourt.car.CarField.ENGINE_EMISSION;
import static app.forecourt.car.CarField.ENGINE_KW;
import static app.forecourt.car.CarField.FUEL_TYPE;
import static app.forecourt.car.CarField.GEARS;
import static app.forecourt.car.CarField.INTERNAL_ID;
import static app.forecourt.car.CarField.IS_TAX_DEDUCTIBLE;
import static app.forecourt.car.CarField.LICENSE_PLATE;
import static app.forecourt.car.CarField.MILEAGE;
import static app.forecourt.car.CarField.MILEAGE_UNIT;
import static app.forecourt.car.CarField.MODEL;
import static app.forecourt.car.CarField.NUMBER_OF_DOORS;
import static app.forecourt.car.CarField.SALES_PRICE;
import static app.forecourt.car.CarField.SALES_PRICE_EX_VAT;
import static app.forecourt.car.CarField.TRADE_PRICE;
import static app.forecourt.car.CarField.TRANSMISSION;
import static app.forecourt.car.CarField.VERSION;
import static app.forecourt.car.CarField.VIN;
import static app.forecourt.car.CarField.YEAR_OF_CONSTRUCTION;

import app.forecourt.car.CarDraft;
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
    private static final CarValidator CHECK =
            new CarValidator(Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC), VOCABULARY);

    /** A car with all facts. */
    public static final CarDraft WHOLE = new CarDraft(
            Map.ofEntries(
                    Map.entry(BRAND, "volkswagen"),
                    Map.entry(MODEL, "golf"),
                    Map.entry(VERSION, "1.5 TSI Life"),
                    Map.entry(FUEL_TYPE, "benzine"),
                    Map.entry(TRANSMISSION, "handgeschakeld"),
                    Map.entry(GEARS, "6"),
                    Map.entry(BODY_TYPE, "hatchback"),
                    Map.entry(BODY_COLOR, "zwart"),
                    Map.entry(NUMBER_OF_DOORS, "5"),
                    Map.entry(ENGINE_KW, "96"),
                    Map.entry(ENGINE_DISPLACEMENT, "1498"),
                    Map.entry(ENGINE_EMISSION, "121"),
                    Map.entry(MILEAGE, "48.250"),
                    Map.entry(MILEAGE_UNIT, "KM"),
                    Map.entry(YEAR_OF_CONSTRUCTION, "2021"),
                    Map.entry(DATE_OF_FIRST_REGISTRATION, "16-09-2022"),
                    Map.entry(SALES_PRICE, "22.950"),
                    Map.entry(CURRENCY, "EUR"),
                    Map.entry(IS_TAX_DEDUCTIBLE, "true"),
                    Map.entry(SALES_PRICE_EX_VAT, "18.966,94"),
                    Map.entry(TRADE_PRICE, "20.000"),
                    Map.entry(LICENSE_PLATE, "XF100F"),
                    Map.entry(INTERNAL_ID, "S-12"),
                    Map.entry(VIN, "WVWZZZCDZNW123456")),
            List.of("abs", "driver_airbag", "seat_heating", "heated_seats", "navigation_system", "unheard_of"));

    private SampleAdverts() {}

    /** Returns the advert of a typed car. */
    public static Advert of(CarDraft draft, Language language) {
        return of(draft, language, Optional.of("Harbour Cars"));
    }

    /** Returns the advert of a typed car at a dealership. */
    public static Advert of(CarDraft draft, Language language, Optional<String> dealership) {
        List<CarOption> options =
                draft.options().stream().map(CarOption::unlisted).toList();
        return new Advert(
                new AdvertSource(field -> CHECK.parse(draft).value(field), options, dealership),
                VOCABULARY,
                LABELS,
                language);
    }
}
