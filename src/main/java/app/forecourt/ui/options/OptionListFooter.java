package app.forecourt.ui.options;

import app.forecourt.model.AppModel;
import app.forecourt.model.options.LoadedOptionList;
import app.forecourt.ui.fx.Icons;
import app.forecourt.ui.fx.LiveRegion;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.keys.WindowShortcut;
import app.forecourt.ui.words.ConnectionMessages;
import app.forecourt.ui.words.Messages;
import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * The footer of the option list. It has the button to paste a list and the age of options loaded in an earlier run. It
 * also notes an incomplete list. These texts are below the list, so that the list does not move when one appears.
 */
final class OptionListFooter extends VBox {
    private final Label age = new Label();
    private final Label incomplete = LiveRegion.label("optionsCut", "hint");

    /**
     * Creates the footer.
     *
     * @param locked true while the car is read-only
     * @param pasteList reads an equipment list from the clipboard
     */
    OptionListFooter(AppModel model, Messages messages, ObservableValue<Boolean> locked, Runnable pasteList) {
        getStyleClass().add("options-foot");
        age.setId("optionsAge");
        age.getStyleClass().add("hint");
        LiveRegion.announceChanges(age);
        incomplete.setMinHeight(USE_PREF_SIZE);
        Button paste = new Button(
                WindowShortcut.PASTE_LIST.appendTo(messages.get("options.paste"), messages),
                Icons.of(Feather.CLIPBOARD));
        paste.setId("pasteList");
        paste.getStyleClass().add(Styles.SMALL);
        paste.setMaxWidth(Double.MAX_VALUE);
        paste.setTooltip(new Tooltip(messages.get("options.paste.hint")));
        paste.setAccessibleHelp(messages.get("options.paste.hint"));
        paste.disableProperty().bind(locked);
        paste.setOnAction(_ -> pasteList.run());
        getChildren().addAll(paste, age, incomplete);
        messages.listenerScope()
                .listen(
                        model.options().list(),
                        _ -> refresh(model.options().list().get(), messages));
    }

    private void refresh(Optional<LoadedOptionList> list, Messages messages) {
        age.setText(list.filter(LoadedOptionList::fromEarlierRun)
                .map(cached -> new ConnectionMessages(messages).age(cached.loaded()))
                .orElse(""));
        NodeVisibility.set(age, !age.getText().isEmpty());
        boolean isIncomplete = list.filter(loaded -> !loaded.complete()).isPresent();
        incomplete.setText(isIncomplete ? messages.get("options.cut") : "");
        NodeVisibility.set(incomplete, isIncomplete);
    }
}
