package app.forecourt.transfer;

import static app.forecourt.car.CarField.IMAGES;
import static app.forecourt.stock.StockMark.NONE;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.car.CarDraft;
import app.forecourt.car.PhotoPlaceholder;
import app.forecourt.photo.PhotoUpload;
import app.forecourt.stock.EarlierPrices;
import app.forecourt.stock.StoredCar;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tests of the photos in a row of the export: addresses, and the names of files that have none. */
class ExportRowTest {
    private static final UUID CAR = UUID.randomUUID();
    private static final PhotoUpload HERE = file("here.jpg");
    private static final PhotoUpload PUBLIC = file("public.jpg").published("https://a/public.jpg");

    private static PhotoUpload file(String name) {
        return PhotoUpload.chosen(Path.of("/card", name), CAR, Instant.EPOCH);
    }

    private static ExportRow row(String photos) {
        CarDraft draft = new CarDraft(Map.of(IMAGES, photos), List.of());
        return ExportRow.of(
                new StoredCar(
                        CAR,
                        draft,
                        Set.of(),
                        NONE,
                        Optional.empty(),
                        Optional.empty(),
                        Instant.EPOCH,
                        List.of(),
                        Optional.empty(),
                        "",
                        EarlierPrices.NONE,
                        false),
                car -> car.equals(CAR) && photos.contains("photo:") ? List.of(PUBLIC, HERE) : null);
    }

    @Test
    void filesHaveTheirAddressOrTheirName() {
        ExportRow row = row(String.join(
                "\n",
                "https://a/1.jpg",
                PhotoPlaceholder.of(HERE.id()),
                "",
                " " + PhotoPlaceholder.of(PUBLIC.id()),
                "typed"));
        assertEquals(
                "https://a/1.jpg\n\nhttps://a/public.jpg\ntyped", row.draft().text(IMAGES));
        assertEquals(List.of("here.jpg"), row.photoFiles());
    }

    @Test
    void carWithoutFilesIsAsTyped() {
        ExportRow row = row("https://a/1.jpg \n\n");
        assertEquals("https://a/1.jpg \n\n", row.draft().text(IMAGES));
        assertEmpty(row.photoFiles());
    }

    /** The export leaves it out, because it has neither an address nor a name here. */
    @Test
    void fileOfAnotherComputerHasNoName() {
        assertEmpty(row(PhotoPlaceholder.of(UUID.randomUUID())).photoFiles());
    }
}
