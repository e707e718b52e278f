package app.forecourt.sharing.merge;

import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.car.CarField.CURRENCY;
import static app.forecourt.car.CarField.DESCRIPTION;
import static app.forecourt.car.CarField.IMAGES;
import static app.forecourt.car.CarField.SALES_PRICE;
import static app.forecourt.car.CarField.TAGS;
import static app.forecourt.car.CarField.TAX_AMOUNT;
import static app.forecourt.stock.StockMark.DELETED;
import static app.forecourt.stock.StockMark.NONE;
import static app.forecourt.stock.StockMark.SOLD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarDraft;
import app.forecourt.car.PhotoPlaceholder;
import app.forecourt.settings.Profile;
import app.forecourt.sharing.merge.FieldValue.Author;
import app.forecourt.stock.EarlierPrices;
import app.forecourt.stock.RegisterRemarks;
import app.forecourt.stock.StoredCar;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tests of a car's document. */
class CarDocumentMapperTest {
    private static final Author ANNA = new Author("a", "Anna");
    private static final Author BERT = new Author("b", "Bert");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final CarDraft DRAFT = new CarDraft(
            Map.of(BRAND, "Opel", SALES_PRICE, "16.450", IMAGES, "https://a.example/1.jpg\nhttps://a.example/2.jpg"),
            List.of("abs", "tempomat"));

    private static StoredCar car(CarDraft draft) {
        return new StoredCar(
                UUID.randomUUID(),
                draft,
                Set.of(TAX_AMOUNT),
                SOLD,
                Optional.of(NOON),
                Optional.of(NOON.plusSeconds(1)),
                NOON,
                List.of(),
                Optional.of(new RegisterRemarks("XD9913", Profile.STAGING, List.of("recall"), NOON)),
                "Nice car",
                EarlierPrices.NONE,
                false);
    }

    private static SharedDocument document(StoredCar car) {
        return SharedDocument.parse(SharedDocument.EMPTY
                        .edited(CarDocumentMapper.values(car), ANNA, NOON)
                        .toJson())
                .orElseThrow();
    }

    @Test
    void carComesBackFromItsDocument() {
        StoredCar car = car(DRAFT);
        SharedDocument document = document(car);
        assertEquals(DRAFT, CarDocumentMapper.withFields(CarDraft.EMPTY, document, document.names()));
        assertEquals(SOLD, CarDocumentMapper.mark(document));
        assertEquals(Optional.of(NOON), CarDocumentMapper.markedAt(document));
        assertEquals(car.reopened(), CarDocumentMapper.reopened(document));
        assertEquals(car.acceptedSuggestions(), CarDocumentMapper.acceptedSuggestions(document));
        assertEquals(car.registerNote(), CarDocumentMapper.registerNote(document));
        // The same car is no edit, whatever the server has done to the JSON.
        assertEquals(document, document.edited(CarDocumentMapper.values(car), BERT, NOON.plusSeconds(9)));
    }

    @Test
    void charactersThatPostgresqlRefusesAreReplaced() {
        SharedDocument document = document(car(DRAFT.with(DESCRIPTION, "a\u0000b\ud83dc \ud83d\ude97")));
        assertEquals(
                "a\ufffdb\ufffdc \ud83d\ude97", document.field("description").text());
    }

    @Test
    void placeholdersOfPhotosStayAtTheirDesk() {
        String first = PhotoPlaceholder.of(UUID.randomUUID());
        String second = PhotoPlaceholder.of(UUID.randomUUID());
        CarDraft draft = DRAFT.with(
                IMAGES, String.join("\n", first, "https://a.example/1.jpg", second, "https://a.example/2.jpg"));
        assertFalse(document(car(draft)).toJson().contains("photo:"));
        SharedDocument remote = document(
                car(DRAFT.with(IMAGES, "https://a.example/2.jpg\nhttps://a.example/3.jpg\nhttps://a.example/1.jpg")));
        assertEquals(
                String.join(
                        "\n",
                        first,
                        "https://a.example/2.jpg",
                        "https://a.example/3.jpg",
                        "https://a.example/1.jpg",
                        second),
                CarDocumentMapper.withFields(draft, remote, List.of("images")).text(IMAGES));
    }

    @Test
    void otherFieldsKeepTheirExactText() {
        CarDraft draft = DRAFT.with(TAGS, "a\u0000").with(IMAGES, " https://a.example/1.jpg\n\n");
        CarDraft changed = CarDocumentMapper.withFields(draft, document(car(DRAFT)), List.of("brand", "mark", "x"));
        assertEquals(draft, changed);
    }

    @Test
    void carOfAutochatIsNotDeleted() {
        SharedDocument deleted = CarDocumentMapper.deleted(document(car(DRAFT)), BERT, NOON);
        assertEquals(DELETED, CarDocumentMapper.mark(deleted));
        assertEquals(NONE, CarDocumentMapper.mark(CarDocumentMapper.undeleted(deleted, ANNA, NOON)));
        SharedDocument sold = document(car(DRAFT));
        assertEquals(sold, CarDocumentMapper.undeleted(sold, ANNA, NOON));
    }

    @Test
    void blankCarHasNothingTyped() {
        assertFalse(CarDocumentMapper.isBlank(document(car(DRAFT))));
        assertTrue(CarDocumentMapper.isBlank(document(car(CarDraft.EMPTY.with(CURRENCY, "EUR")))));
    }
}
