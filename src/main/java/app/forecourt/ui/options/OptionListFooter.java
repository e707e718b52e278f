package app.forecourt.ui.options;

import app.forecourt.model.AppModel;
import app.forecourt.model.options.LoadedOptionList;
import app.forecourt.model.options.OptionListDiff;
import app.forecourt.option.BoundedOptions;
import app.forecourt.ui.fx.IconButton;
import app.forecourt.ui.fx.Icons;
import app.forecourt.ui.fx.LiveRegion;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.fx.TextWrap;
import app.forecourt.ui.keys.WindowShortcut;
import app.forecourt.ui.words.ConnectionMessages;
import app.forecourt.ui.words.Messages;
import atlantafx.base.theme.Styles;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * The footer of the option list. It has the button to paste a list and the age of options loaded in an earlier run.
 * It also notes an incomplete list and the options added or removed since the user last confirmed them. These texts
 * stand below the list, so that the list does not move when one of them appears.
 */
final class OptionListFooter extends VBox {
    private final AppModel model;
    private final ConnectionMessages messages;
    private final Messages words;
    private final Label age = new Label();
    private final Label incomplete = new Label();
    private final Label newsText = new Label();
    private final HBox news;

    /**
     * Creates the footer.
     *
     * @param locked true while the car is read-only
     * @param pasteList reads an equipment list from the clipboard
     */
    OptionListFooter(AppModel model, Messages words, ObservableValue<Boolean> locked, Runnable pasteList) {
        this.model = model;
        this.words = words;
        this.messages = new ConnectionMessages(words);
        getStyleClass().add("options-foot");
        age.setId("optionsAge");
        age.getStyleClass().add("hint");
        LiveRegion.follow(age);
        incomplete.setId("optionsCut");
        incomplete.getStyleClass().add("hint");
        incomplete.setMinHeight(USE_PREF_SIZE);
        TextWrap.enable(incomplete);
        LiveRegion.follow(incomplete);
        newsText.setId("optionsNews");
        newsText.getStyleClass().add("hint");
        newsText.setMaxWidth(Double.MAX_VALUE);
        newsText.setMinHeight(USE_PREF_SIZE);
        TextWrap.enable(newsText);
        LiveRegion.follow(newsText);
        HBox.setHgrow(newsText, Priority.ALWAYS);
        Button dismiss = new IconButton(Feather.X, words.get("options.news.seen"),
                () -> model.options().dismissNews());
        dismiss.setId("dismissNews");
        dismiss.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "small-button");
        news = new HBox(newsText, dismiss);
        news.setAlignment(Pos.CENTER_LEFT);
        Button paste = new Button(WindowShortcut.PASTE_LIST.behind(words.get("options.paste"), words),
                Icons.of(Feather.CLIPBOARD));
        paste.setId("pasteList");
        paste.getStyleClass().add(Styles.SMALL);
        paste.setMaxWidth(Double.MAX_VALUE);
        paste.setTooltip(new Tooltip(words.get("options.paste.hint")));
        paste.setAccessibleHelp(words.get("options.paste.hint"));
        paste.disableProperty().bind(locked);
        paste.setOnAction(_ -> pasteList.run());
        getChildren().addAll(paste, age, incomplete, news);
        words.listenerScope().to(model.options().list(), _ -> refresh());
        words.listenerScope().to(model.options().news(), _ -> refresh());
        words.listenerScope().to(words.naming(), (_, _) -> refresh());
    }

    private String incompleteText(LoadedOptionList list) {
        String cutOff = words.get("options.cut");
        return list.leftOut() == 0 ? cutOff
                : words.get("options.leftout", list.leftOut(), BoundedOptions.LONGEST_NAME) + " " + cutOff;
    }

    private void refresh() {
        age.setText(model.options().list().get().filter(LoadedOptionList::earlier)
                .map(list -> messages.age(list.loaded())).orElse(""));
        NodeVisibility.when(age, !age.getText().isEmpty());
        incomplete.setText(model.options().list().get().filter(list -> !list.whole())
                .map(this::incompleteText).orElse(""));
        NodeVisibility.when(incomplete, !incomplete.getText().isEmpty());
        OptionListDiff changes = model.options().news().get();
        newsText.setText(changes.isEmpty() ? "" : messages.news(changes));
        NodeVisibility.when(news, !changes.isEmpty());
    }
}
