package app.forecourt.ui.photos;

import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.model.photos.PhotoListEntry;
import app.forecourt.model.photos.PhotoStatus;
import app.forecourt.photo.PhotoError;
import app.forecourt.photo.PhotoUpload;
import app.forecourt.photo.PhotoUploadFailure;
import app.forecourt.photo.PhotoUploadStage;
import app.forecourt.text.Language;
import app.forecourt.ui.PaneTest;
import app.forecourt.ui.photos.PhotoPictureState.Failed;
import app.forecourt.ui.photos.PhotoPictureState.NotRequested;
import app.forecourt.ui.words.Messages;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests of the words below a thumbnail, at the width that a tile has on a laptop. */
class PhotoTileTest extends PaneTest {
    private static final PhotoListEntry ADDRESS =
            new PhotoListEntry(PhotoStatus.ADDRESS, Optional.empty(), Set.of(), OptionalInt.empty());

    private PhotoGrid grid;

    private void open(Language language) {
        messages = new Messages(language.locale(), clock);
        show(708, 500, () -> {
            grid = new PhotoGrid(at -> {
                PhotoTile tile = new PhotoTile(at, new PhotoMessages(messages), () -> {});
                tile.show(new PhotoTile.Content(
                        "https://www.dealer.example/1.jpg", ADDRESS, new NotRequested(), 2, false));
                return tile;
            });
            grid.setLines(List.of("1", "2"));
            return new VBox(grid);
        });
        layOut();
    }

    /** Shows a photo in the second tile. Returns its words if they are cut off. */
    private Optional<String> cutOff(PhotoListEntry state, PhotoPictureState preview) {
        onFxThread(() -> grid.tiles()
                .getLast()
                .show(new PhotoTile.Content("https://www.dealer.example/1.jpg", state, preview, 2, false)));
        layOut();
        return onFxThread(() -> {
            Label detail = (Label) grid.tiles().getLast().lookup(".photo-detail");
            String drawn = ((Text) detail.lookup(".text")).getText();
            return drawn.equals(detail.getText()) ? Optional.empty() : Optional.of(drawn);
        });
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void reasonBelowThumbnailIsNotCutOff(Language language) {
        open(language);
        List<String> cut = new ArrayList<>();
        for (PhotoUploadFailure failure : PhotoMessagesTest.failures().toList()) {
            PhotoUpload photo = PhotoUpload.chosen(Path.of("1.jpg"), UUID.randomUUID(), clock.instant())
                    .list(true)
                    .failed(failure, PhotoUploadStage.FAILED);
            cutOff(PhotoMessagesTest.state(PhotoStatus.FAILED, photo), new NotRequested())
                    .ifPresent(cut::add);
        }
        for (PhotoError error : PhotoError.values()) {
            cutOff(ADDRESS, new Failed(error, 404)).ifPresent(cut::add);
        }
        assertEmpty(cut);
    }

    /** All tiles of the grid keep the same height, and are lower again afterwards. */
    @Test
    void longReasonMakesAllTilesHigher() {
        open(Language.ENGLISH);
        double usual = onFxThread(() -> grid.getHeight());
        cutOff(ADDRESS, new Failed(PhotoError.HAS_USER, 0));
        assertTrue(onFxThread(() -> grid.getHeight()) > usual);
        assertEquals(
                onFxThread(() -> grid.tiles().getFirst().getHeight()),
                onFxThread(() -> grid.tiles().getLast().getHeight()));
        cutOff(ADDRESS, new NotRequested());
        assertEquals(usual, onFxThread(() -> grid.getHeight()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Not a picture|Not a picture",
                "The file is no longer there. Is the card still in?|The file is no longer there",
                "a.nl can't be found: is it mistyped?|a.nl can't be found",
                "a.nl est introuvable : est-elle juste ?|a.nl est introuvable",
                "Has more than 40.5 million pixels|Has more than 40.5 million pixels"
            })
    void reasonEndsWithItsFirstSentence(String words, String first) {
        assertEquals(first, PhotoMessages.firstSentence(words));
    }
}
