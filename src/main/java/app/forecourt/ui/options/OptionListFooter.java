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
 * Below the option list, where nothing moves when it comes or goes: the way to paste a list, of when the options are
 * unless they were loaded in this run, that they are not all, and what is new or gone since she knew them.
 */
final class OptionListFooter extends VBox {
    private final AppModel desk;
    private final ConnectionMessages telling;
    private final Messages words;
    private final Label age = new Label();
    private final Label cut = new Label();
    private final Label told = new Label();
    private final HBox news;

    /** @param pasteList has a list of equipment read that was copied elsewhere */
    OptionListFooter(AppModel desk, Messages words, ObservableValue<Boolean> locked, Runnable pasteList) {
        this.desk = desk;
        this.words = words;
        this.telling = new ConnectionMessages(words);
        getStyleClass().add("options-foot");
        age.setId("optionsAge");
        age.getStyleClass().add("hint");
        LiveRegion.follow(age);
        cut.setId("optionsCut");
        cut.getStyleClass().add("hint");
        cut.setMinHeight(USE_PREF_SIZE);
        TextWrap.enable(cut);
        LiveRegion.follow(cut);
        told.setId("optionsNews");
        told.getStyleClass().add("hint");
        told.setMaxWidth(Double.MAX_VALUE);
        told.setMinHeight(USE_PREF_SIZE);
        TextWrap.enable(told);
        LiveRegion.follow(told);
        HBox.setHgrow(told, Priority.ALWAYS);
        Button seen = new IconButton(Feather.X, words.get("options.news.seen"),
                () -> desk.options().dismissNews());
        seen.setId("dismissNews");
        seen.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "small-button");
        news = new HBox(told, seen);
        news.setAlignment(Pos.CENTER_LEFT);
        Button paste = new Button(WindowShortcut.PASTE_LIST.behind(words.get("options.paste"), words),
                Icons.of(Feather.CLIPBOARD));
        paste.setId("pasteList");
        paste.getStyleClass().add(Styles.SMALL);
        paste.setMaxWidth(Double.MAX_VALUE);
        paste.setTooltip(new Tooltip(words.get("options.paste.hint")));
        paste.setAccessibleHelp(words.get("options.paste.hint"));
        paste.disableProperty().bind(locked);
        paste.setOnAction(event -> pasteList.run());
        getChildren().addAll(paste, age, cut, news);
        words.listenerScope().to(desk.options().list(), any -> refresh());
        words.listenerScope().to(desk.options().news(), any -> refresh());
        words.listenerScope().to(words.naming(), (before, now) -> refresh());
    }

    private String missing(LoadedOptionList list) {
        String cutOff = words.get("options.cut");
        return list.leftOut() == 0 ? cutOff
                : words.get("options.leftout", list.leftOut(), BoundedOptions.LONGEST_NAME) + " " + cutOff;
    }

    private void refresh() {
        age.setText(desk.options().list().get().filter(LoadedOptionList::earlier)
                .map(list -> telling.age(list.loaded())).orElse(""));
        NodeVisibility.when(age, !age.getText().isEmpty());
        cut.setText(desk.options().list().get().filter(list -> !list.whole()).map(this::missing).orElse(""));
        NodeVisibility.when(cut, !cut.getText().isEmpty());
        OptionListDiff now = desk.options().news().get();
        told.setText(now.isEmpty() ? "" : telling.news(now));
        NodeVisibility.when(news, !now.isEmpty());
    }
}
