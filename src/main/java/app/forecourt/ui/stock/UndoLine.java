package app.forecourt.ui.stock;

import app.forecourt.model.stock.UndoableAction;
import app.forecourt.stock.CarName;
import app.forecourt.ui.fx.LiveRegion;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.fx.TextWrap;
import app.forecourt.ui.words.Messages;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Line below the stock list that tells what was done last. The way back stands below it, because a long word needs the whole width. */
final class UndoLine extends VBox {

    /** @param takeBack takes back what was done last */
    UndoLine(ObservableValue<Optional<UndoableAction>> undo, Messages words, Runnable takeBack) {
        Label said = new Label();
        said.setMinWidth(0);
        said.setMaxWidth(Double.MAX_VALUE);
        TextWrap.enable(said);
        LiveRegion.follow(said);
        said.setId("undoSaid");
        Hyperlink back = new Hyperlink(words.get("stock.undo"));
        back.setId("undo");
        back.setOnAction(event -> takeBack.run());
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("undo-line");
        getChildren().addAll(said, back);
        // The list gives way, and not what is said.
        setMinHeight(USE_PREF_SIZE);
        words.listenerScope().to(undo, shown -> {
            NodeVisibility.when(this, shown.isPresent());
            shown.ifPresent(last -> said.setText(switch (last) {
                case UndoableAction.Marked(var before, var mark) ->
                    words.get("stock.marked." + Messages.key(mark),
                            CarName.of(before, words.get("stock.untitled")));
                case UndoableAction.Came(var added) -> words.get("stock.came", added.size());
                case UndoableAction.Template(var change) -> words.get("stock.template", change.name());
            }));
        });
    }
}
