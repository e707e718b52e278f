package app.forecourt.car;

import static app.forecourt.car.CarField.BODY_COLOR;
import static app.forecourt.car.CarField.BODY_TYPE;
import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.car.CarField.CURRENCY;
import static app.forecourt.car.CarField.DATE_OF_FIRST_REGISTRATION;
import static app.forecourt.car.CarField.DEALERSHIP_ID;
import static app.forecourt.car.CarField.DESCRIPTION;
import static app.forecourt.car.CarField.ENGINE_DISPLACEMENT;
import static app.forecourt.car.CarField.ENGINE_EMISSION;
import static app.forecourt.car.CarField.ENGINE_KW;
import static app.forecourt.car.CarField.FUEL_TYPE;
import static app.forecourt.car.CarField.GEARS;
import static app.forecourt.car.CarField.IMAGES;
import static app.forecourt.car.CarField.INTERNAL_ID;
import static app.forecourt.car.CarField.IS_TAX_DEDUCTIBLE;
import static app.forecourt.car.CarField.LICENSE_PLATE;
import static app.forecourt.car.CarField.MILEAGE;
import static app.forecourt.car.CarField.MILEAGE_UNIT;
import static app.forecourt.car.CarField.MODEL;
import static app.forecourt.car.CarField.NUMBER_OF_DOORS;
import static app.forecourt.car.CarField.OPTIONS;
import static app.forecourt.car.CarField.SALES_PRICE;
import static app.forecourt.car.CarField.SALES_PRICE_EX_VAT;
import static app.forecourt.car.CarField.TAGS;
import static app.forecourt.car.CarField.TAX_AMOUNT;
import static app.forecourt.car.CarField.TRADE_PRICE;
import static app.forecourt.car.CarField.TRANSMISSION;
import static app.forecourt.car.CarField.VERSION;
import static app.forecourt.car.CarField.VIN;
import static app.forecourt.car.CarField.YEAR_OF_CONSTRUCTION;
import static java.util.Map.entry;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Cars for tests of other packages, created without validation. */
public final class SampleCars {
    private SampleCars() {}

    public static ValidCar of(Map<CarField, Object> values) {
        return new ValidCar(values);
    }

    /** Returns a car with only the values that every car has. */
    public static ValidCar bare() {
        return of(Map.of(IMAGES, List.of(), OPTIONS, List.of(), TAGS, List.of(), IS_TAX_DEDUCTIBLE, false));
    }

    /** Returns the car of the vendor's page with three of its options. */
    public static ValidCar example() {
        return of(Map.ofEntries(
                entry(BODY_COLOR, "white"),
                entry(BODY_TYPE, "suv"),
                entry(CURRENCY, "EUR"),
                entry(DATE_OF_FIRST_REGISTRATION, LocalDate.of(2022, 9, 16)),
                entry(DEALERSHIP_ID, "you get this from us"),
                entry(DESCRIPTION, "A nice car"),
                entry(ENGINE_DISPLACEMENT, 2137),
                entry(ENGINE_EMISSION, 191),
                entry(ENGINE_KW, 74),
                entry(FUEL_TYPE, "diesel"),
                entry(IMAGES, List.of()),
                entry(INTERNAL_ID, "SEB-21347958"),
                entry(IS_TAX_DEDUCTIBLE, true),
                entry(LICENSE_PLATE, "XD9913"),
                entry(BRAND, "bmw"),
                entry(MODEL, "x6"),
                entry(OPTIONS, List.of("power_steering", "passenger_airbag", "tempomat")),
                entry(SALES_PRICE, new BigDecimal("15944.63")),
                entry(SALES_PRICE_EX_VAT, new BigDecimal("15944.63")),
                entry(TAGS, List.of()),
                entry(TAX_AMOUNT, new BigDecimal("9873")),
                entry(TRADE_PRICE, new BigDecimal("159454.63")),
                entry(TRANSMISSION, "manual"),
                entry(GEARS, 3),
                entry(MILEAGE, 2137),
                entry(MILEAGE_UNIT, "KM"),
                entry(VERSION, "2.3 TDCI Diesel"),
                entry(VIN, "WAVWGBFH3AN026569"),
                entry(NUMBER_OF_DOORS, 4),
                entry(YEAR_OF_CONSTRUCTION, 2019)));
    }
}
