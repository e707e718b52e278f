package app.forecourt.ui.photos;

import app.forecourt.model.AppModel;
import app.forecourt.model.photos.PhotoListEntry;
import app.forecourt.model.photos.PhotoStatus;
import app.forecourt.model.photos.PhotoUploadsModel;
import app.forecourt.photo.PhotoUpload;
import app.forecourt.ui.fx.LiveRegion;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.fx.SeverityStyle;
import app.forecourt.ui.photos.PhotoPreviews.PauseReason;
import app.forecourt.ui.words.Messages;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * The lines above the photo grid: how many photos there are, what happens to them, what is wrong with them, and what
 * the user can do about all of them.
 */
final class PhotoSummary extends VBox {
    private final PhotoUploadsModel uploads;
    private final AppModel model;
    private final PhotoPreviews previews;
    private final Messages messages;
    private final PhotoMessages words;
    private final Label count = LiveRegion.label("photoCount", "note");
    private final Label news = LiveRegion.label("photoNews", "note");
    private final Label warnings = LiveRegion.label("photoWarnings", "note");
    private final Label pause = LiveRegion.label("photoRest", "note");
    private final Label noWebSpace = LiveRegion.label("photoNoWebSpace", "note");
    private final Hyperlink again;
    private final Hyperlink stop;
    private final HBox pausedLine;
    private final HBox settingsLine;
    private List<PhotoListEntry> photos = List.of();

    /**
     * Creates the lines.
     *
     * @param showPhotos fetches the photos in spite of the setting
     * @param openSettings shows the settings of the web space
     */
    PhotoSummary(
            AppModel model,
            PhotoPreviews previews,
            Messages messages,
            PhotoMessages words,
            Runnable showPhotos,
            Runnable openSettings) {
        this.model = model;
        this.uploads = model.photos();
        this.previews = previews;
        this.messages = messages;
        this.words = words;
        again = link("photosAgain", "photo.again", () -> uploads.retry(ids(PhotoStatus::canRetry)));
        stop = link("photosStop", "photo.stop", () -> uploads.stop(ids(PhotoStatus::canStop)));
        warnings.pseudoClassStateChanged(SeverityStyle.WARNING, true);
        // Without this, a FlowPane gets no narrower than its longest child.
        FlowPane line = new FlowPane(count, news, warnings, again, stop);
        line.setMinWidth(0);
        pausedLine = new HBox(pause, link("photosShow", "photo.show", showPhotos));
        settingsLine = new HBox(noWebSpace, link("photoSettings", "photo.set_up", openSettings));
        List.of(line, pausedLine, settingsLine)
                .forEach(child -> child.getStyleClass().add("photo-line"));
        getChildren().addAll(line, pausedLine, settingsLine);
    }

    private Hyperlink link(String id, String key, Runnable action) {
        Hyperlink link = new Hyperlink(messages.get(key));
        link.setId(id);
        link.setMinWidth(USE_PREF_SIZE);
        link.setOnAction(_ -> action.run());
        return link;
    }

    /** Shows the state of all photos. */
    void refresh(List<PhotoTile.Content> shown, boolean isLocked) {
        photos = shown.stream().map(PhotoTile.Content::state).toList();
        // A read-only car without photos shows a dash, as its empty fields do.
        show(count, photos.isEmpty() && isLocked ? "–" : words.count(photos.size(), !isLocked));
        show(
                news,
                words.counted("photo.adding", uploads.adding().get()),
                model.form().photos().lastAddition().get().map(words::added).orElse(""),
                words.counted("photo.under_way", ids(PhotoStatus::isOnItsWay).size()));
        show(
                warnings,
                model.photoLines().lost().get().map(words::lost).orElse(""),
                words.counted("photo.failed", ids(PhotoStatus::needsUser).size()),
                words.counted(
                        "photo.broken",
                        shown.stream().filter(PhotoTile.Content::isBroken).count()));
        NodeVisibility.set(again, !isLocked && !ids(PhotoStatus::canRetry).isEmpty());
        NodeVisibility.set(stop, !isLocked && !ids(PhotoStatus::canStop).isEmpty());
        boolean isFetched = shown.stream().map(PhotoTile.Content::line).noneMatch(previews::needsFetch);
        PauseReason reason =
                isFetched ? PauseReason.NONE : previews.pauseReason().get();
        show(pause, words.pauseReason(reason));
        NodeVisibility.set(pausedLine, pause.isVisible());
        boolean waits = !uploads.webSpace().get()
                && !ids(status -> status == PhotoStatus.NO_WEB_SPACE || status == PhotoStatus.KEPT_HERE)
                        .isEmpty();
        show(noWebSpace, waits ? messages.get("photo.no_web_space") : "");
        NodeVisibility.set(
                settingsLine, waits || (!isLocked && photos.stream().anyMatch(PhotoListEntry::needsSettings)));
        NodeVisibility.set(this, Stream.of(count, news, warnings).anyMatch(Label::isVisible));
    }

    private List<UUID> ids(Predicate<PhotoStatus> matches) {
        return photos.stream()
                .filter(state -> matches.test(state.status()))
                .flatMap(state -> state.source().stream())
                .map(PhotoUpload::id)
                .toList();
    }

    private static void show(Label label, String... texts) {
        label.setText(Stream.of(texts).filter(text -> !text.isEmpty()).collect(Collectors.joining("  ·  ")));
        NodeVisibility.set(label, !label.getText().isEmpty());
    }
}
