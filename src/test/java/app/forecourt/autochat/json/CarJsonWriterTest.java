package app.forecourt.autochat.json;

import static app.forecourt.car.CarField.DESCRIPTION;
import static app.forecourt.car.CarField.REST_BPM;
import static app.forecourt.car.CarField.SALES_PRICE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.car.SampleCars;
import app.forecourt.car.ValidCar;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of writing a car as AutoChat's JSON. */
class CarJsonWriterTest {
    private final CarJsonWriter json = new CarJsonWriter();

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

    private String text(ValidCar car) {
        return json.toJson(car);
    }
}
