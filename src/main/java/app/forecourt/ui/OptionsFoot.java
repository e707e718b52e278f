package app.forecourt.ui;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * Below the option list, where nothing moves when it comes or goes: of when the list is unless it was loaded in this run,
 * and what is new or gone since she knew it.
 */
final class OptionsFoot extends VBox {
    private final Desk desk;
    private final ConnectionWords telling;
    private final Label age = new Label();
    private final Label told = new Label();
    private final HBox news;

    OptionsFoot(Desk desk, Words words) {
        this.desk = desk;
        this.telling = new ConnectionWords(words);
        getStyleClass().add("options-foot");
        age.setId("optionsAge");
        age.getStyleClass().add("hint");
        told.setId("optionsNews");
        told.getStyleClass().add("hint");
        told.setMaxWidth(Double.MAX_VALUE);
        told.setMinHeight(USE_PREF_SIZE);
        Wrap.on(told);
        HBox.setHgrow(told, Priority.ALWAYS);
        Button seen = new Button(null, Icons.of(Feather.X));
        seen.setId("dismissNews");
        seen.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "small-button");
        seen.setAccessibleText(words.get("options.news.seen"));
        seen.setTooltip(new Tooltip(words.get("options.news.seen")));
        seen.setOnAction(event -> desk.options().dismissNews());
        news = new HBox(told, seen);
        news.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(age, news);
        words.listening().to(desk.options().list(), any -> tell());
        words.listening().to(desk.options().news(), any -> tell());
    }

    private void tell() {
        age.setText(desk.options().list().get().filter(OptionListing::earlier)
                .map(list -> telling.age(list.loaded())).orElse(""));
        Visible.when(age, !age.getText().isEmpty());
        OptionNews now = desk.options().news().get();
        told.setText(now.isEmpty() ? "" : telling.news(now));
        Visible.when(news, !now.isEmpty());
        Visible.when(this, age.isVisible() || news.isVisible());
    }
}
