package app.forecourt.car;

import static app.forecourt.car.CarField.DATE_OF_FIRST_REGISTRATION;
import static app.forecourt.car.CarField.DESCRIPTION;
import static app.forecourt.car.CarField.IMAGES;
import static app.forecourt.car.CarField.MILEAGE;
import static app.forecourt.car.CarField.OPTIONS;
import static app.forecourt.car.CarField.SALES_PRICE;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests of what buyers miss most in an advert. */
class MostMissedAdvertFieldsTest {
    private static final CarDraft FULL = full();

    private static CarDraft full() {
        var draft = CarDraft.EMPTY.withOptions(List.of("abs"));
        for (CarField field : CarField.values()) {
            draft = field == OPTIONS ? draft : draft.with(field, "1");
        }
        return draft.with(IMAGES, String.join("\n", Collections.nCopies(10, "https://a.nl/1.jpg")));
    }

    @Test
    void threeMostMissedComeFirst() {
        assertEquals(List.of(IMAGES, SALES_PRICE, MILEAGE), MostMissedAdvertFields.of(CarDraft.EMPTY));
        assertEquals(
                List.of(DATE_OF_FIRST_REGISTRATION, DESCRIPTION, OPTIONS),
                MostMissedAdvertFields.of(CarDraft.EMPTY
                        .with(IMAGES, FULL.text(IMAGES))
                        .with(SALES_PRICE, "1")
                        .with(MILEAGE, "1")));
    }

    /** With a percentage, a car with ten photos and no price seemed better than a car with all but photos. */
    @Test
    void carWithAllFieldsLacksOnlyPhotos() {
        assertEmpty(MostMissedAdvertFields.of(FULL));
        assertEquals(List.of(IMAGES), MostMissedAdvertFields.of(FULL.with(IMAGES, "https://a.nl/1.jpg\n \n")));
        assertEquals(List.of(SALES_PRICE), MostMissedAdvertFields.of(FULL.with(SALES_PRICE, " ")));
        assertEquals(List.of(OPTIONS), MostMissedAdvertFields.of(FULL.withOptions(List.of())));
    }
}
