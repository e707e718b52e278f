package app.forecourt.autochat.json;

import static app.forecourt.car.CarField.DESCRIPTION;
import static app.forecourt.car.CarField.REST_BPM;
import static app.forecourt.car.CarField.SALES_PRICE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.car.Car;
import app.forecourt.car.SampleCars;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of writing a car as AutoChat's JSON. */
class CarJsonTest {
    private static final String EXAMPLE = """
            {"bodyColor": "white", "bodyType": "suv", "currency": "EUR", "dateOfFirstRegistration": "2022-09-16",
             "dealershipId": "you get this from us", "description": "A nice car", "engineDisplacement": 2137,
             "engineEmission": 191, "engineKw": 74, "fuelType": "diesel", "images": [], "internalId": "SEB-21347958",
             "isTaxDeductible": true, "licensePlate": "XD9913", "brand": "bmw", "model": "x6",
             "options": ["power_steering", "passenger_airbag", "tempomat"], "salesPrice": 15944.63,
             "salesPriceExVat": 15944.63, "tags": [], "taxAmount": 9873, "tradePrice": 159454.63,
             "transmission": "manual", "gears": 3, "mileage": 2137, "mileageUnit": "KM",
             "version": "2.3 TDCI Diesel", "vin": "WAVWGBFH3AN026569", "numberOfDoors": 4,
             "yearOfConstruction": 2019}""";

    private final CarJson json = new CarJson();

    @Test
    void vendorExample() throws IOException {
        var mapper = new ObjectMapper();

        assertEquals(mapper.readTree(EXAMPLE), mapper.readTree(text(SampleCars.example())));
    }

    @Test
    void alwaysPresentMembers() {
        assertEquals("{\"isTaxDeductible\":false,\"tags\":[],\"images\":[],\"options\":[]}", text(SampleCars.bare()));
    }

    @Test
    void restBpmIsNotSent() {
        assertEquals(
                "{\"isTaxDeductible\":false,\"tags\":[],\"images\":[],\"options\":[]}",
                text(SampleCars.of(Map.of(REST_BPM, new BigDecimal("1200")))));
    }

    @ParameterizedTest
    @CsvSource({"15944.63, 15944.63", "9873.00, 9873", "1E+2, 100", "0.50, 0.5", "0.00, 0"})
    void moneyIsPlainNumber(BigDecimal price, String written) {
        assertEquals(
                "\"salesPrice\":" + written,
                text(SampleCars.of(Map.of(SALES_PRICE, price))).split("[{,]", -1)[1]);
    }

    @Test
    void textOfAnyScript() {
        String text = text(SampleCars.of(Map.of(DESCRIPTION, "Škoda \"né\"\n✓ 🚗")));

        assertEquals(true, text.contains("\"description\":\"Škoda \\\"né\\\"\\n✓ 🚗\""), text);
    }

    private String text(Car car) {
        return json.toJson(car);
    }
}
