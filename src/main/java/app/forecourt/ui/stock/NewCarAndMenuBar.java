package app.forecourt.ui.stock;

import app.forecourt.ui.fx.Icons;
import app.forecourt.ui.fx.MenuTypeAhead;
import app.forecourt.ui.words.Messages;
import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/** Head of the stock list: the button of a new car, and the menu. */
final class NewCarAndMenuBar extends HBox {
    private final MenuButton more = new MenuButton();

    NewCarAndMenuBar(Runnable newCar, WindowMenu menu, Messages messages) {
        Button newCarButton = new Button(messages.get("stock.new"), Icons.of(Feather.PLUS));
        newCarButton.setId("newCar");
        newCarButton.getStyleClass().add(Styles.ACCENT);
        newCarButton.setMaxWidth(Double.MAX_VALUE);
        newCarButton.setOnAction(_ -> newCar.run());
        setHgrow(newCarButton, Priority.ALWAYS);
        more.setGraphic(Icons.of(Feather.MORE_HORIZONTAL));
        more.setId("menu");
        more.getStyleClass().addAll(Styles.BUTTON_ICON, Tweaks.NO_ARROW);
        more.setAccessibleText(messages.get("menu.title"));
        more.setOnShowing(_ -> more.getItems().setAll(menu.items()));
        // The menu needs at least one item, because JavaFX does not open an empty menu.
        more.getItems().setAll(menu.items());
        MenuTypeAhead.install(more);
        getChildren().addAll(newCarButton, more);
        getStyleClass().add("pane-head");
    }

    /** Opens the menu for use with the arrow keys. The focus owner stays the same. */
    void openMenu() {
        more.show();
    }
}
