package app.forecourt.car;

import static app.forecourt.car.Completeness.Part.ATTRIBUTES;
import static app.forecourt.car.Completeness.Part.PHOTOS;
import static app.forecourt.car.Completeness.Part.TEXT;
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
            .filter(field -> !List.of(CarField.DESCRIPTION, CarField.TAGS, CarField.IMAGES, CarField.OPTIONS,
                    CarField.IS_TAX_DEDUCTIBLE, CarField.DEALERSHIP_ID).contains(field))
            .toList();
    private static final List<CarField> UNITS = List.of(CarField.CURRENCY, CarField.MILEAGE_UNIT);

    @Test
    void emptyDraftHasZeroPercentAndNeedsFields() {
        assertEquals(new Completeness(0, Optional.of(new Step(ATTRIBUTES, 23, 23, 60))),
                Completeness.of(CarDraft.EMPTY));
    }

    @Test
    void completeDraftHas100PercentAndNoNextStep() {
        assertEquals(new Completeness(100, Optional.empty()), Completeness.of(draft(23, 25, 1_000)));
        assertEquals(new Completeness(100, Optional.empty()), Completeness.of(draft(24, 30, 10_000)));
    }

    /** The parts are worth 60 for fields, 20 and 5 for photos, and 12 and 3 for text. */
    @ParameterizedTest
    @CsvSource({"1,0,0,3", "12,0,0,31", "22,0,0,57", "23,0,0,60", "24,0,0,60", "0,1,0,2", "0,9,0,18",
        "0,10,0,20",
        "0,13,0,21", "0,24,0,25", "0,16,0,22", "0,25,0,25", "0,26,0,25", "0,0,250,6", "0,0,499,12",
        "0,0,500,12",
        "0,0,750,14", "0,0,584,13", "0,0,583,12", "0,0,1000,15", "0,0,1001,15", "12,5,250,47"})
    void percentIsTheSumOfTheParts(int attributes, int photos, int text, int percent) {
        assertEquals(percent, Completeness.of(draft(attributes, photos, text)).percent());
    }

    /** The good count comes before the best one. Of equal gains, fields come before photos and photos before text. */
    @ParameterizedTest
    @CsvSource({"22,25,1000,ATTRIBUTES,23,1,3", "0,0,0,ATTRIBUTES,23,23,60", "16,0,0,PHOTOS,10,10,20",
        "23,0,0,PHOTOS,10,10,20", "23,9,1000,PHOTOS,10,1,2", "23,10,1000,PHOTOS,25,15,5",
        "23,11,1000,PHOTOS,25,14,5", "23,23,1000,PHOTOS,25,2,1", "23,10,0,TEXT,500,500,12",
        "23,25,499,TEXT,1000,501,3",
        "23,25,450,TEXT,500,50,1", "23,25,500,TEXT,1000,500,3", "23,25,501,TEXT,1000,499,3",
        "23,25,900,TEXT,1000,100,1",
        "22,25,500,ATTRIBUTES,23,1,3", "23,8,333,PHOTOS,10,2,4"})
    void nextStepHasTheLargestGain(int attributes, int photos, int text, Part part, int target, int missing,
            int gain) {
        assertEquals(Optional.of(new Step(part, target, missing, gain)),
                Completeness.of(draft(attributes, photos, text)).next());
    }

    /** A suggestion without gain would be ignored. */
    @ParameterizedTest
    @CsvSource({"23,25,999", "23,24,1000", "23,24,999"})
    void stepWithoutGainIsNotSuggested(int attributes, int photos, int text) {
        assertEquals(Optional.empty(), Completeness.of(draft(attributes, photos, text)).next());
    }

    @ParameterizedTest
    @EnumSource(CarField.class)
    void eachAttributeFieldCountsOnce(CarField field) {
        int percent = Completeness.of(CarDraft.EMPTY.with(field, "?")).percent();
        boolean counts = ATTRIBUTE_FIELDS.contains(field) && !UNITS.contains(field);
        assertEquals(counts ? 3 : field == CarField.IMAGES ? 2 : 0, percent);
    }

    /** The defaults of a new form do not count. A unit counts like any other field when its number is present. */
    @Test
    void unitCountsOnlyWithItsNumber() {
        CarDraft fresh = CarDraft.EMPTY.with(CarField.CURRENCY, "EUR").with(CarField.MILEAGE_UNIT, "KM")
                .with(CarField.DEALERSHIP_ID, "practice-dealer");
        assertEquals(Completeness.of(CarDraft.EMPTY), Completeness.of(fresh));
        assertEquals(5, Completeness.of(fresh.with(CarField.SALES_PRICE, "1")).percent());
        assertEquals(10, Completeness.of(fresh.with(CarField.SALES_PRICE, "1").with(CarField.MILEAGE, "1"))
                .percent());
        assertEquals(3, Completeness.of(CarDraft.EMPTY.with(CarField.MILEAGE, "1")).percent());
    }

    @Test
    void optionsCountAsOneField() {
        assertEquals(3, Completeness.of(CarDraft.EMPTY.withOptions(List.of("abs"))).percent());
        assertEquals(3, Completeness.of(CarDraft.EMPTY.withOptions(List.of("abs", "ac", "radio"))).percent());
        assertEquals(100, Completeness.of(draft(22, 25, 1_000).withOptions(List.of("abs"))).percent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n \n\t\n"})
    void blankTextsDoNotCount(String blank) {
        var draft = CarDraft.EMPTY;
        for (CarField field : CarField.values()) {
            draft = draft.with(field, blank);
        }
        assertEquals(Completeness.of(CarDraft.EMPTY), Completeness.of(draft));
    }

    @Test
    void countsPhotoLinesAndTextCharacters() {
        assertEquals(4, Completeness.of(CarDraft.EMPTY.with(CarField.IMAGES, "\n a \n\n b\n \n")).percent());
        assertEquals(12, Completeness.of(CarDraft.EMPTY.with(CarField.DESCRIPTION,
                " \n" + "\uD83D\uDE97".repeat(500) + " ".repeat(500))).percent());
    }

    private static CarDraft draft(int attributes, int photos, int text) {
        var draft = CarDraft.EMPTY.with(CarField.IMAGES, "https://a.nl/1.jpg\n".repeat(photos))
                .with(CarField.DESCRIPTION, "x".repeat(text));
        for (CarField field : ATTRIBUTE_FIELDS.subList(0, attributes)) {
            draft = draft.with(field, "1");
        }
        return draft;
    }
}
