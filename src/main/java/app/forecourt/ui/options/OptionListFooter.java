package app.forecourt.ui.options;

import app.forecourt.model.AppModel;
import app.forecourt.model.options.LoadedOptionList;
import app.forecourt.option.OptionListBuilder;
import app.forecourt.ui.fx.Icons;
import app.forecourt.ui.fx.LiveRegion;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.keys.WindowShortcut;
import app.forecourt.ui.words.ConnectionMessages;
import app.forecourt.ui.words.Messages;
import atlantafx.base.theme.Styles;
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
    private final AppModel model;
    private final ConnectionMessages connectionMessages;
    private final Messages messages;
    private final Label age = new Label();
    private final Label incomplete = LiveRegion.label("optionsCut", "hint");

    /**
     * Creates the footer.
     *
     * @param locked true while the car is read-only
     * @param pasteList reads an equipment list from the clipboard
     */
    OptionListFooter(AppModel model, Messages messages, ObservableValue<Boolean> locked, Runnable pasteList) {
        this.model = model;
        this.messages = messages;
        this.connectionMessages = new ConnectionMessages(messages);
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
        messages.listenerScope().listen(model.options().list(), _ -> refresh());
    }

    private String incompleteText(LoadedOptionList list) {
        String cutOff = messages.get("options.cut");
        return list.leftOut() == 0
                ? cutOff
                : messages.get("options.leftout", list.leftOut(), OptionListBuilder.MAX_NAME_BYTES) + " " + cutOff;
    }

    private void refresh() {
        age.setText(model.options()
                .list()
                .get()
                .filter(LoadedOptionList::fromEarlierRun)
                .map(list -> connectionMessages.age(list.loaded()))
                .orElse(""));
        NodeVisibility.set(age, !age.getText().isEmpty());
        incomplete.setText(model.options()
                .list()
                .get()
                .filter(list -> !list.complete())
                .map(this::incompleteText)
                .orElse(""));
        NodeVisibility.set(incomplete, !incomplete.getText().isEmpty());
    }
}
