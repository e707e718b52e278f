package app.forecourt.ui.stock;

import app.forecourt.model.stock.StockNotice;
import app.forecourt.model.stock.UndoableAction;
import app.forecourt.stock.CarNameFormatter;
import app.forecourt.ui.fx.LiveRegion;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.words.Messages;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/**
 * Line below the stock list that names the last action, or what another desk did. The undo link is below the text,
 * because a long word needs the whole width.
 */
final class StockNoticeLine extends VBox {
    private final Label sentence = LiveRegion.label("undoSaid");

    /**
     * Creates the line. It is visible only while there is a notice.
     *
     * @param takeBack action that undoes the last action
     */
    StockNoticeLine(
            ObservableValue<Optional<StockNotice>> notice,
            CarNameFormatter names,
            Messages messages,
            Runnable takeBack) {
        sentence.setMinWidth(0);
        sentence.setMaxWidth(Double.MAX_VALUE);
        Hyperlink back = new Hyperlink(messages.get("stock.undo"));
        back.setId("undo");
        back.setOnAction(_ -> takeBack.run());
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("undo-line");
        getChildren().addAll(sentence, back);
        // The list shrinks when space is scarce, and this line does not.
        setMinHeight(USE_PREF_SIZE);
        messages.listenerScope().listen(notice, shown -> {
            NodeVisibility.set(this, shown.isPresent());
            NodeVisibility.set(
                    back, shown.filter(UndoableAction.class::isInstance).isPresent());
            shown.ifPresent(last -> sentence.setText(
                    switch (last) {
                        case StockNotice.Returned returned -> returned(returned, names, messages);
                        case StockNotice.Kept(var car, var desk) ->
                            messages.get(
                                    "stock.deleted.kept",
                                    names.name(car, messages.get("stock.untitled")),
                                    deskName(desk, messages));
                        case UndoableAction.Marked marked -> marked(marked, names, messages);
                        case UndoableAction.Imported(var added) -> messages.get("stock.came", added.size());
                        case UndoableAction.TakenOff(var car, var _) ->
                            messages.get("stock.taken_off", names.name(car, messages.get("stock.untitled")));
                        case UndoableAction.Template(var change) -> messages.get("stock.template", change.name());
                    }));
        });
    }

    /** Moves the focus to the sentence, which takes no keys. Tab goes to the undo link. */
    void focusSentence() {
        sentence.requestFocus();
    }

    private static String marked(UndoableAction.Marked marked, CarNameFormatter names, Messages messages) {
        String car = names.name(marked.before(), messages.get("stock.untitled"));
        return marked.desk()
                .map(desk -> messages.get("stock.deleted.by", car, deskName(desk, messages)))
                .orElseGet(() -> messages.get("stock.marked." + Messages.key(marked.mark()), car));
    }

    private static String returned(StockNotice.Returned returned, CarNameFormatter names, Messages messages) {
        String car = names.name(returned.car(), messages.get("stock.untitled"));
        return returned.isSent()
                ? messages.get("stock.returned.sent", car)
                : messages.get("stock.returned.used", car, deskName(returned.desk(), messages));
    }

    private static String deskName(String desk, Messages messages) {
        return desk.isEmpty() ? messages.get("desks.unknown") : desk;
    }
}
