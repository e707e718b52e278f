package app.forecourt.car;

import static java.util.Map.entry;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Cars for tests of other packages, created without validation. */
public final class SampleCars {
    private SampleCars() {}

    public static Car of(Map<CarField, Object> values) {
        return new Car(values);
    }

    /** Returns a car with only the values that every car has. */
    public static Car bare() {
        return of(Map.of(CarField.IMAGES, List.of(), CarField.OPTIONS, List.of(), CarField.TAGS, List.of(),
                CarField.IS_TAX_DEDUCTIBLE, false));
    }

    /** Returns the car of the vendor's page with three of its options. */
    public static Car example() {
        return of(Map.ofEntries(
                entry(CarField.BODY_COLOR, "white"), entry(CarField.BODY_TYPE, "suv"),
                entry(CarField.CURRENCY, "EUR"),
                entry(CarField.DATE_OF_FIRST_REGISTRATION, LocalDate.of(2022, 9, 16)),
                entry(CarField.DEALERSHIP_ID, "you get this from us"),
                entry(CarField.DESCRIPTION, "A nice car"), entry(CarField.ENGINE_DISPLACEMENT, 2137),
                entry(CarField.ENGINE_EMISSION, 191), entry(CarField.ENGINE_KW, 74),
                entry(CarField.FUEL_TYPE, "diesel"), entry(CarField.IMAGES, List.of()),
                entry(CarField.INTERNAL_ID, "SEB-21347958"), entry(CarField.IS_TAX_DEDUCTIBLE, true),
                entry(CarField.LICENSE_PLATE, "XD9913"), entry(CarField.BRAND, "bmw"),
                entry(CarField.MODEL, "x6"),
                entry(CarField.OPTIONS, List.of("power_steering", "passenger_airbag", "tempomat")),
                entry(CarField.SALES_PRICE, new BigDecimal("15944.63")),
                entry(CarField.SALES_PRICE_EX_VAT, new BigDecimal("15944.63")),
                entry(CarField.TAGS, List.of()),
                entry(CarField.TAX_AMOUNT, new BigDecimal("9873")),
                entry(CarField.TRADE_PRICE, new BigDecimal("159454.63")),
                entry(CarField.TRANSMISSION, "manual"), entry(CarField.GEARS, 3),
                entry(CarField.MILEAGE, 2137),
                entry(CarField.MILEAGE_UNIT, "KM"), entry(CarField.VERSION, "2.3 TDCI Diesel"),
                entry(CarField.VIN, "WAVWGBFH3AN026569"), entry(CarField.NUMBER_OF_DOORS, 4),
                entry(CarField.YEAR_OF_CONSTRUCTION, 2019)));
    }
}
