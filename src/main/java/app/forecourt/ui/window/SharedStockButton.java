package app.forecourt.ui.window;

import app.forecourt.model.sharing.SharedStock;
import app.forecourt.sharing.SyncStatus;
import app.forecourt.ui.fx.FocusKeeper;
import app.forecourt.ui.fx.Icons;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.fx.TextWrapPolicy;
import app.forecourt.ui.words.Messages;
import app.forecourt.ui.words.SharingMessages;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;

/** Button of the band with the status of the shared stock. A click opens its settings. */
final class SharedStockButton extends Button {
    /** Width of the tooltip in pixels. */
    private static final double TOOLTIP = 420;

    private final SharingMessages messages;
    private final StringProperty sentence = new SimpleStringProperty("");
    private boolean isQuiet;

    SharedStockButton(SharedStock stock, Messages messages, Runnable openSettings) {
        this.messages = new SharingMessages(messages);
        setId("sharedStock");
        getStyleClass().add("band-button");
        setMinWidth(USE_PREF_SIZE);
        setOnAction(_ -> openSettings.run());
        FocusKeeper.keepOnClick(this);
        messages.listenerScope().listen(stock.status(), this::show);
    }

    private void show(Optional<SyncStatus> status) {
        NodeVisibility.set(this, status.isPresent());
        status.ifPresent(shown -> {
            setGraphic(Icons.of(messages.icon(shown)));
            setText(messages.shortText(shown));
            sentence.set(messages.sentence(shown));
            setAccessibleText(getText() + ". " + sentence.get());
            isQuiet = messages.isQuiet(shown);
        });
    }

    /** Shows the whole status, or its icon only if that is enough. */
    void setBrief(boolean brief) {
        setContentDisplay(brief && isQuiet ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
    }

    /** Adds the tooltip. The first frame does not wait for it. */
    void addTooltip() {
        Tooltip whole = new Tooltip();
        whole.setMaxWidth(TOOLTIP);
        TextWrapPolicy.enable(whole);
        whole.textProperty().bind(sentence);
        setTooltip(whole);
    }
}
