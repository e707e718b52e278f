package app.forecourt.ui.form;

import app.forecourt.car.CarField;
import app.forecourt.car.MostMissedAdvertFields;
import app.forecourt.model.form.CarFormModel;
import app.forecourt.ui.words.Messages;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Tooltip;

/**
 * Link that names the fields that buyers miss most in the advert, and leads to the first one. It never blocks sending.
 */
public final class AdvertGapLink extends Hyperlink {
    private final Messages messages;

    /** @param jump action that moves the focus to a field */
    public AdvertGapLink(CarFormModel form, Messages messages, Consumer<CarField> jump) {
        this.messages = messages;
        setId("advertGaps");
        getStyleClass().addAll("hint", "advert-gaps");
        setMinWidth(0);
        // In a narrow window the text ends in dots.
        setTooltip(new Tooltip());
        getTooltip().textProperty().bind(textProperty());
        // No stop of Tab on the way to the send button, because the fields have theirs.
        setFocusTraversable(false);
        messages.listenerScope().listen(form.draft().map(MostMissedAdvertFields::of), gaps -> {
            setText(text(gaps));
            setOnAction(_ -> gaps.stream().findFirst().ifPresent(jump));
        });
    }

    private String text(List<CarField> gaps) {
        return gaps.isEmpty()
                ? ""
                : messages.get(
                        "gaps",
                        gaps.stream()
                                .map(field -> field == CarField.IMAGES
                                        ? messages.get("gaps.photos", MostMissedAdvertFields.GOOD_PHOTOS)
                                        : messages.name(field))
                                .collect(Collectors.joining(", ")));
    }
}
