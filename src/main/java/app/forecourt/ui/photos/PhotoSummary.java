package app.forecourt.ui.photos;

import app.forecourt.model.form.PhotoList;
import app.forecourt.model.photos.FormPhotos;
import app.forecourt.model.photos.PhotoStatus;
import app.forecourt.ui.fx.LiveRegion;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.fx.SeverityStyle;
import app.forecourt.ui.fx.TextWrapPolicy;
import app.forecourt.ui.photos.PhotoPreviews.PauseReason;
import app.forecourt.ui.words.Messages;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * The lines above the photo grid: how many photos there are, how many are on their way, and what is wrong with them.
 */
final class PhotoSummary extends VBox {
    private final PhotoMessages messages;
    private final Label count = note("photoCount");
    private final Label adding = note("photoAdding");
    private final Label addedText = note("photoSaid");
    private final Label lost = note("photoLost");
    private final Label underWay = note("photoUnderWay");
    private final Label failed = note("photoFailed");
    private final Label broken = note("photoBroken");
    private final Label pause = note("photoRest");
    private final Label keys = note("photoKeys");
    private final Hyperlink again = new Hyperlink();
    private final Hyperlink stop = new Hyperlink();
    private final HBox pausedLine = new HBox();

    /**
     * Creates the lines.
     *
     * @param show fetches the photos in spite of the setting
     * @param retryAll tries all photos again that failed
     * @param stopAll stops all photos on their way
     */
    PhotoSummary(Messages words, PhotoMessages messages, Runnable show, Runnable retryAll, Runnable stopAll) {
        this.messages = messages;
        Hyperlink showButton = new Hyperlink();
        set(showButton, "photosShow", words.get("photo.show"), show);
        set(again, "photosAgain", words.get("photo.again.all"), retryAll);
        set(stop, "photosStop", words.get("photo.stop.all"), stopAll);
        List.of(lost, failed, broken).forEach(label -> label.pseudoClassStateChanged(SeverityStyle.WARNING, true));
        keys.setText(words.get("photo.keys"));
        List.of(keys, pause, lost).forEach(TextWrapPolicy::enable);
        // Without this, a FlowPane gets no narrower than its longest child.
        FlowPane line = new FlowPane(count, adding, addedText, underWay, stop, failed, again, broken);
        line.setMinWidth(0);
        pausedLine.getChildren().addAll(pause, showButton);
        List.of(line, pausedLine).forEach(child -> child.getStyleClass().add("photo-line"));
        getChildren().addAll(line, lost, pausedLine);
    }

    private static Label note(String id) {
        Label note = new Label();
        note.setId(id);
        note.getStyleClass().add("note");
        LiveRegion.announceChanges(note);
        return note;
    }

    private static void set(Hyperlink link, String id, String text, Runnable action) {
        link.setId(id);
        link.setText(text);
        link.setMinWidth(USE_PREF_SIZE);
        link.setOnAction(_ -> action.run());
    }

    /** Returns the line about the keys, which is below the grid. */
    Node keys() {
        return keys;
    }

    /** Shows the state of all photos. */
    void refresh(
            List<PhotoTile.Content> photos,
            boolean locked,
            int beingAdded,
            Optional<PhotoList.Addition> added,
            Optional<FormPhotos.Lost> filesLost,
            PauseReason pauseReason) {
        // A read-only car without photos shows a dash, as its empty fields do.
        set(count, photos.isEmpty() && locked ? "–" : messages.count(photos.size(), !locked));
        set(adding, messages.counted("photo.adding", beingAdded));
        set(addedText, added.map(messages::added).orElse(""));
        set(lost, filesLost.map(messages::lost).orElse(""));
        set(underWay, messages.counted("photo.under_way", count(photos, PhotoStatus::isOnItsWay)));
        set(failed, messages.counted("photo.failed", count(photos, PhotoStatus::needsUser)));
        set(
                broken,
                messages.counted(
                        "photo.broken",
                        photos.stream().filter(PhotoTile.Content::isBroken).count()));
        NodeVisibility.set(stop, !locked && count(photos, PhotoStatus::canStop) > 1);
        NodeVisibility.set(again, !locked && count(photos, PhotoStatus::canRetry) > 1);
        set(pause, messages.pauseReason(pauseReason));
        NodeVisibility.set(pausedLine, pauseReason != PauseReason.NONE);
        NodeVisibility.set(keys, !photos.isEmpty() && !locked);
        NodeVisibility.set(this, count.isVisible() || adding.isVisible() || addedText.isVisible() || lost.isVisible());
    }

    private static long count(List<PhotoTile.Content> photos, Predicate<PhotoStatus> matches) {
        return photos.stream()
                .filter(photo -> matches.test(photo.state().status()))
                .count();
    }

    private static void set(Label label, String text) {
        label.setText(text);
        NodeVisibility.set(label, !text.isEmpty());
    }
}
