package app.forecourt.ui.window;

import app.forecourt.model.AppModel;
import app.forecourt.stock.StockMark;
import app.forecourt.ui.fx.Icons;
import app.forecourt.ui.fx.LiveRegion;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.words.Messages;
import app.forecourt.ui.words.SharingMessages;
import java.util.List;
import javafx.scene.control.Label;
import org.kordamp.ikonli.feather.Feather;

/** A factory of the tags beside the form's first title, which tell about the car as a whole. */
final class FormTitleBadges {
    private FormTitleBadges() {}

    /**
     * Creates the tags: the mark of a sold, withdrawn or archived car, the other desks at which the car is open, and a
     * note while the journal's cars are being read.
     */
    static List<Label> create(AppModel model, Messages messages) {
        Label mark = tag("markTag", "mark-tag");
        messages.listenerScope()
                .listen(
                        model.cars().current().mark().value(),
                        value ->
                                show(mark, value == StockMark.NONE ? "" : messages.get("mark." + Messages.key(value))));
        Label presence = tag("presenceTag", "presence-tag");
        presence.setGraphic(Icons.of(Feather.USERS));
        LiveRegion.announceChanges(presence);
        SharingMessages sharing = new SharingMessages(messages);
        messages.listenerScope()
                .listen(
                        model.sharedStock().desksAtCar(),
                        desks -> show(presence, desks.isEmpty() ? "" : sharing.openElsewhere(desks)));
        Label reading = tag("reading", "hint");
        messages.listenerScope()
                .listen(
                        model.cars().stock().complete(),
                        complete -> show(reading, complete ? "" : messages.get("stock.reading.form")));
        return List.of(mark, presence, reading);
    }

    private static Label tag(String id, String style) {
        Label tag = new Label();
        tag.setId(id);
        tag.getStyleClass().add(style);
        tag.setMinWidth(0);
        return tag;
    }

    private static void show(Label tag, String text) {
        NodeVisibility.set(tag, !text.isEmpty());
        tag.setText(text);
    }
}
