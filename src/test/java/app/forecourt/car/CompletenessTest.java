package app.forecourt.car;

import static app.forecourt.car.CarField.CURRENCY;
import static app.forecourt.car.CarField.DEALERSHIP_ID;
import static app.forecourt.car.CarField.DESCRIPTION;
import static app.forecourt.car.CarField.IMAGES;
import static app.forecourt.car.CarField.IS_TAX_DEDUCTIBLE;
import static app.forecourt.car.CarField.MILEAGE;
import static app.forecourt.car.CarField.MILEAGE_UNIT;
import static app.forecourt.car.CarField.OPTIONS;
import static app.forecourt.car.CarField.SALES_PRICE;
import static app.forecourt.car.CarField.TAGS;
import static app.forecourt.car.Completeness.Part.PHOTOS;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.car.Completeness.Part;
import app.forecourt.car.Completeness.Step;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the completeness of an advert in per cent, and of its next step. */
class CompletenessTest {
    /**
     * Counting fields: no text, list, checkbox or dealership. Units come last, because they count only with numbers.
     */
    private static final List<CarField> ATTRIBUTE_FIELDS = Arrays.stream(CarField.values())
            .filter(CarField::isSent)
            .filter(field -> !List.of(DESCRIPTION, TAGS, IMAGES, OPTIONS,
                    IS_TAX_DEDUCTIBLE, DEALERSHIP_ID).contains(field))
            .toList();
    private static final List<CarField> UNITS = List.of(CURRENCY, MILEAGE_UNIT);

    private static Completeness of(CarDraft draft) {
        return Completeness.of(draft, 0);
    }

    @Test
    void emptyDraftHasZeroPercentAndNeedsPhotos() {
        assertEquals(new Completeness(0, Optional.of(new Step(PHOTOS, 10, 10, 56))), of(CarDraft.EMPTY));
    }

    @Test
    void completeDraftHas100PercentAndNoNextStep() {
        assertEquals(new Completeness(100, Optional.empty()), of(draft(23, 25, 1_000)));
        assertEquals(new Completeness(100, Optional.empty()), of(draft(24, 30, 10_000)));
    }

    /** The parts are worth 30 for fields, 16 and 4 for photos, 40 for good photos, and 8 and 2 for text. */
    @ParameterizedTest
    @CsvSource({"1,0,0,1", "12,0,0,16", "22,0,0,29", "23,0,0,30", "24,0,0,30", "0,1,0,6", "0,9,0,50",
        "0,10,0,56", "0,13,0,57", "0,16,0,58", "0,24,0,60", "0,25,0,60", "0,26,0,60", "0,0,250,4",
        "0,0,499,8", "0,0,500,8", "0,0,624,8", "0,0,625,9", "0,0,1000,10", "0,0,1001,10", "12,5,250,48"})
    void percentIsTheSumOfTheParts(int attributes, int photos, int text, int percent) {
        assertEquals(percent, of(draft(attributes, photos, text)).percent());
    }

    /** The share of photos without a remark counts, and below ten photos in proportion to them. */
    @ParameterizedTest
    @CsvSource({"0,0,0", "0,3,0", "1,0,6", "1,1,2", "5,0,28", "5,2,20", "5,5,8", "5,6,8", "10,0,56",
        "10,1,52", "10,10,16", "20,0,59", "20,5,49", "20,20,19", "25,10,44"})
    void qualityIsTheShareOfGoodPhotos(int photos, int withRemarks, int percent) {
        assertEquals(percent, Completeness.of(draft(0, photos, 0), withRemarks).percent());
    }

    /** The good count comes before the best one. Of equal gains, fields come before photos and photos before text. */
    @ParameterizedTest
    @CsvSource({"22,25,1000,ATTRIBUTES,23,1,1", "0,0,0,PHOTOS,10,10,56", "0,10,0,ATTRIBUTES,23,23,30",
        "23,9,1000,PHOTOS,10,1,6", "23,10,1000,PHOTOS,25,15,4", "23,11,1000,PHOTOS,25,14,4",
        "23,23,1000,PHOTOS,25,2,1", "23,10,0,TEXT,500,500,8", "23,25,499,TEXT,1000,501,2",
        "23,25,450,TEXT,500,50,1", "23,25,500,TEXT,1000,500,2", "23,25,501,TEXT,1000,499,2",
        "23,25,750,TEXT,1000,250,1", "20,10,1000,ATTRIBUTES,23,3,4", "23,8,333,PHOTOS,10,2,11",
        "23,10,250,PHOTOS,25,15,4"})
    void nextStepHasTheLargestGain(int attributes, int photos, int text, Part part, int target, int missing,
            int gain) {
        assertEquals(Optional.of(new Step(part, target, missing, gain)),
                of(draft(attributes, photos, text)).next());
    }

    /** The calculation assumes that added photos have the same share of good ones. */
    @ParameterizedTest
    @CsvSource({"10,2,QUALITY,10,2,8", "10,1,QUALITY,10,1,4", "5,5,QUALITY,5,5,20", "5,2,PHOTOS,10,5,20",
        "2,2,PHOTOS,10,8,13", "20,20,QUALITY,20,20,40", "25,1,QUALITY,25,1,2", "30,1,QUALITY,30,1,1"})
    void nextStepMayBeBetterPhotos(int photos, int withRemarks, Part part, int target, int missing,
            int gain) {
        assertEquals(Optional.of(new Step(part, target, missing, gain)),
                Completeness.of(draft(23, photos, 1_000), withRemarks).next());
    }

    /** A suggestion without gain would be ignored. */
    @ParameterizedTest
    @CsvSource({"23,25,876", "23,25,999", "23,24,1000", "23,24,999"})
    void stepWithoutGainIsNotSuggested(int attributes, int photos, int text) {
        assertEmpty(of(draft(attributes, photos, text)).next());
    }

    @ParameterizedTest
    @EnumSource(CarField.class)
    void eachAttributeFieldCountsOnce(CarField field) {
        int percent = of(CarDraft.EMPTY.with(field, "?")).percent();
        boolean counts = ATTRIBUTE_FIELDS.contains(field) && !UNITS.contains(field);
        assertEquals(counts ? 1 : field == IMAGES ? 6 : 0, percent);
    }

    /** The defaults of a new form do not count. A unit counts like any other field when its number is present. */
    @Test
    void unitCountsOnlyWithItsNumber() {
        CarDraft fresh = CarDraft.EMPTY.with(CURRENCY, "EUR").with(MILEAGE_UNIT, "KM")
                .with(DEALERSHIP_ID, "practice-dealer");
        assertEquals(of(CarDraft.EMPTY), of(fresh));
        assertEquals(3, of(fresh.with(SALES_PRICE, "1")).percent());
        assertEquals(5, of(fresh.with(SALES_PRICE, "1").with(MILEAGE, "1"))
                .percent());
        assertEquals(1, of(CarDraft.EMPTY.with(MILEAGE, "1")).percent());
    }

    @Test
    void optionsCountAsOneField() {
        assertEquals(1, of(CarDraft.EMPTY.withOptions(List.of("abs"))).percent());
        assertEquals(1, of(CarDraft.EMPTY.withOptions(List.of("abs", "ac", "radio"))).percent());
        assertEquals(100, of(draft(22, 25, 1_000).withOptions(List.of("abs"))).percent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n \n\t\n"})
    void blankTextsDoNotCount(String blank) {
        var draft = CarDraft.EMPTY;
        for (CarField field : CarField.values()) {
            draft = draft.with(field, blank);
        }
        assertEquals(of(CarDraft.EMPTY), of(draft));
    }

    @Test
    void countsPhotoLinesAndTextCharacters() {
        assertEquals(11, of(CarDraft.EMPTY.with(IMAGES, "\n a \n\n b\n \n")).percent());
        assertEquals(8, of(CarDraft.EMPTY.with(DESCRIPTION,
                " \n" + "\uD83D\uDE97".repeat(500) + " ".repeat(500))).percent());
    }

    @Test
    void firstEmptyAttributeIsInTheOrderOfTheForm() {
        assertEquals(Optional.of(ATTRIBUTE_FIELDS.getFirst()),
                Completeness.firstEmptyAttribute(CarDraft.EMPTY));
        assertEquals(Optional.of(ATTRIBUTE_FIELDS.get(2)),
                Completeness.firstEmptyAttribute(draft(2, 0, 0)));
        CarDraft full = draft(ATTRIBUTE_FIELDS.size(), 0, 0);
        assertEmpty(Completeness.firstEmptyAttribute(full));
    }

    private static CarDraft draft(int attributes, int photos, int text) {
        var draft = CarDraft.EMPTY.with(IMAGES, "https://a.nl/1.jpg\n".repeat(photos))
                .with(DESCRIPTION, "x".repeat(text));
        for (CarField field : ATTRIBUTE_FIELDS.subList(0, attributes)) {
            draft = draft.with(field, "1");
        }
        return draft;
    }
}
