package app.forecourt.ui.stock;

import app.forecourt.ui.fx.SafeTextWrap;
import app.forecourt.ui.words.Messages;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What to do about the adverts to take off AutoChat. It is visible while their cars are listed. */
final class TakeOffConfirmationPane extends VBox {
    /** @param isNoneSelected whether no car is selected whose adverts could be confirmed */
    TakeOffConfirmationPane(Messages messages, ObservableValue<Boolean> isNoneSelected, Runnable confirm) {
        Label hint = new Label(messages.get("takeoff.list"));
        hint.getStyleClass().add("hint");
        SafeTextWrap.enable(hint);
        hint.setMinHeight(USE_PREF_SIZE);
        Button tick = new Button(messages.get("takeoff.done"));
        tick.setId("takeOffTick");
        tick.setOnAction(_ -> confirm.run());
        tick.disableProperty().bind(isNoneSelected);
        getChildren().addAll(hint, tick);
        getStyleClass().add("takeoff");
    }
}
