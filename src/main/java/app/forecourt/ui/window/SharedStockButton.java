package app.forecourt.ui.window;

import app.forecourt.model.sharing.SharedStockModel;
import app.forecourt.sharing.SyncStatus;
import app.forecourt.ui.fx.Icons;
import app.forecourt.ui.fx.LazyTooltip;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.fx.TypedTextFocusKeeper;
import app.forecourt.ui.words.Messages;
import app.forecourt.ui.words.SharingMessages;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;

/** Button of the band with the status of the shared stock. A click opens its settings. */
final class SharedStockButton extends Button {
    private final SharingMessages messages;
    private String sentence = "";
    private boolean isQuiet;

    SharedStockButton(SharedStockModel stock, Messages messages, Runnable openSettings) {
        this.messages = new SharingMessages(messages);
        setId("sharedStock");
        getStyleClass().add("band-button");
        setMinWidth(USE_PREF_SIZE);
        setOnAction(_ -> openSettings.run());
        TypedTextFocusKeeper.keepOnClick(this);
        LazyTooltip.install(this, () -> sentence);
        messages.listenerScope().listen(stock.status(), this::show);
    }

    private void show(Optional<SyncStatus> status) {
        NodeVisibility.set(this, status.isPresent());
        status.ifPresent(shown -> {
            setGraphic(Icons.of(messages.icon(shown)));
            setText(messages.shortText(shown));
            sentence = messages.sentence(shown);
            setAccessibleText(getText() + ". " + sentence);
            isQuiet = messages.isQuiet(shown);
        });
    }

    /** Shows the whole status, or its icon only if that is enough. */
    void setBrief(boolean brief) {
        setContentDisplay(brief && isQuiet ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
    }
}
