package app.forecourt.ui.form;

import app.forecourt.car.AdvertGaps;
import app.forecourt.car.CarField;
import app.forecourt.model.form.CarFormModel;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.words.Messages;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** What buyers miss most in the advert, each as a link to its field. It is a hint only and never blocks sending. */
public final class AdvertGapLinks extends HBox {
    private final Messages messages;
    private final Consumer<CarField> jump;

    /** @param jump action that moves the focus to a field */
    public AdvertGapLinks(CarFormModel form, Messages messages, Consumer<CarField> jump) {
        this.messages = messages;
        this.jump = jump;
        setId("advertGaps");
        getStyleClass().add("advert-gaps");
        setMinWidth(0);
        messages.listenerScope().listen(form.draft().map(AdvertGaps::of), this::show);
    }

    private void show(List<CarField> gaps) {
        Label title = new Label(messages.get("gaps"));
        title.getStyleClass().add("hint");
        getChildren()
                .setAll(
                        gaps.isEmpty()
                                ? List.of()
                                : Stream.concat(Stream.of(title), gaps.stream().map(this::link))
                                        .toList());
    }

    private Node link(CarField field) {
        Hyperlink link = new Hyperlink(
                field == CarField.IMAGES ? messages.get("gaps.photos", AdvertGaps.GOOD_PHOTOS) : messages.name(field));
        link.setId("gap-" + field.apiName());
        link.getStyleClass().add("hint");
        // No stop of Tab on the way to the send button, because the fields have theirs.
        link.setFocusTraversable(false);
        link.setOnAction(_ -> jump.accept(field));
        return link;
    }

    @Override
    protected double computePrefWidth(double height) {
        return width(getChildren().size());
    }

    private double width(int count) {
        return getChildren().stream()
                .limit(count)
                .mapToDouble(child -> snapSizeX(child.prefWidth(-1)) + getSpacing())
                .sum();
    }

    /** Lays out the links. Hides those that would be cut off, and the title without any link. */
    @Override
    protected void layoutChildren() {
        for (int i = 0; i < getChildren().size(); i++) {
            NodeVisibility.set(getChildren().get(i), width(Math.max(i + 1, 2)) <= getWidth());
        }
        super.layoutChildren();
    }
}
