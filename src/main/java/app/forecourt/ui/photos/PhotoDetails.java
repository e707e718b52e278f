package app.forecourt.ui.photos;

import app.forecourt.model.photos.PhotoState;
import app.forecourt.model.photos.PhotoUploads;
import app.forecourt.photo.upload.PhotoUpload;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.fx.SeverityStyle;
import app.forecourt.ui.fx.TextWrapPolicy;
import java.util.List;
import java.util.UUID;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The line below the grid with all that is known about the selected photo, and the buttons for it. */
final class PhotoDetails extends HBox {
    private final Label text = new Label();
    private final Button again = new Button();
    private final Button stop = new Button();
    private final Button settings = new Button();
    private List<UUID> photo = List.of();

    /** @param openSettings shows the settings of the web space */
    PhotoDetails(PhotoUploads uploads, PhotoMessages messages, Runnable openSettings) {
        getStyleClass().add("photo-details");
        text.setId("photoDetails");
        text.setMaxWidth(Double.MAX_VALUE);
        text.setMinHeight(USE_PREF_SIZE);
        TextWrapPolicy.enable(text);
        HBox.setHgrow(text, Priority.ALWAYS);
        again.setId("photoAgain");
        again.setText(messages.get("photo.again"));
        again.setOnAction(_ -> uploads.retry(photo));
        stop.setId("photoStop");
        stop.setText(messages.get("photo.stop"));
        stop.setOnAction(_ -> uploads.stop(photo));
        settings.setId("photoSettings");
        settings.setText(messages.get("photo.settings"));
        settings.setOnAction(_ -> openSettings.run());
        List.of(settings, again, stop).forEach(button -> {
            button.setMinWidth(USE_PREF_SIZE);
            button.getStyleClass().add("photo-action");
        });
        getChildren().addAll(text, settings, again, stop);
    }

    /**
     * Shows a photo.
     *
     * @param name name of the photo
     * @param words state of the photo
     * @param locked whether the car is read-only
     */
    void show(String name, String words, PhotoState state, boolean locked) {
        photo = state.source().map(PhotoUpload::id).stream().toList();
        text.setText(name + ":  " + words);
        text.pseudoClassStateChanged(SeverityStyle.WARNING, state.needsLook());
        NodeVisibility.set(settings, !locked && state.needsSettings());
        NodeVisibility.set(again, !locked && state.status().canRetry());
        NodeVisibility.set(stop, !locked && state.status().canStop());
    }
}
