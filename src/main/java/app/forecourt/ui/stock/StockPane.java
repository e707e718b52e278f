package app.forecourt.ui.stock;

import app.forecourt.model.cars.CarsModel;
import app.forecourt.model.stock.StockModel;
import app.forecourt.stock.StockRow;
import app.forecourt.ui.fx.Icons;
import app.forecourt.ui.fx.MenuTypeAhead;
import app.forecourt.ui.fx.TextWrap;
import app.forecourt.ui.words.Messages;
import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The cars at hand: what needs a look, what is on its way, drafts, what was sent. */
public final class StockPane extends VBox {
    /** Its style class, by which it has its width. */
    public static final String STYLE = "stock-pane";

    private final CarsModel cars;
    private final Messages words;
    private final StockMenu menu;
    private final Runnable toForm;
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final ListView<Row> list = new ListView<>(rows);
    private final StockFinder finder;
    private final Label none = new Label();
    private final MenuButton more = new MenuButton();
    private boolean filling;

    /** A line of the list. */
    sealed interface Row {
        record Heading(StockModel.Kind kind, int count) implements Row {}

        record Car(StockRow row) implements Row {}
    }

    /** @param toForm goes into the car in the form */
    public StockPane(CarsModel cars, Messages words, StockMenu menu, Runnable newCar, Runnable toForm) {
        this.cars = cars;
        this.words = words;
        this.menu = menu;
        this.toForm = toForm;
        getStyleClass().add(STYLE);

        list.setId("stock");
        list.setAccessibleText(words.get("stock.title"));
        list.setPlaceholder(none);
        none.getStyleClass().add("hint");
        TextWrap.enable(none);
        list.setCellFactory(view -> new StockCell(view, words, menu));
        list.getSelectionModel().selectedItemProperty().subscribe((before, now) -> {
            if (!filling && now instanceof Row.Car(var row)) {
                cars.open(row.id());
            }
        });
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        VBox.setVgrow(list, Priority.ALWAYS);
        finder = new StockFinder(cars.stock().search(), words, () -> {
            step(1, -1);
            list.requestFocus();
        });
        getChildren().addAll(head(newCar), finder, list,
                new UndoLine(cars.undoNotice().shown(), words, cars::undo));

        words.listenerScope().to(cars.stock().groups(), any -> fill());
        words.listenerScope().to(cars.stock().filled(), any -> fill());
        words.listenerScope().to(cars.current().car(), any -> choose());
    }

    private HBox head(Runnable newCar) {
        Button fresh = new Button(words.get("stock.new"), Icons.of(Feather.PLUS));
        fresh.setId("newCar");
        fresh.getStyleClass().add(Styles.ACCENT);
        fresh.setMaxWidth(Double.MAX_VALUE);
        fresh.setOnAction(event -> newCar.run());
        HBox.setHgrow(fresh, Priority.ALWAYS);
        more.setGraphic(Icons.of(Feather.MORE_HORIZONTAL));
        more.setId("menu");
        more.getStyleClass().addAll(Styles.BUTTON_ICON, Tweaks.NO_ARROW);
        more.setAccessibleText(words.get("menu.title"));
        more.setOnShowing(event -> more.getItems().setAll(menu.items()));
        // Something has to be there, or the menu would not open.
        more.getItems().setAll(menu.items());
        MenuTypeAhead.install(more);
        HBox head = new HBox(fresh, more);
        head.getStyleClass().add("pane-head");
        return head;
    }

    /** Opens the menu, to go on in it with the arrow keys; the focus stays where it is. */
    public void openMenu() {
        more.show();
    }

    /** Puts the caret into the search box. */
    public void find() {
        finder.find();
    }

    private void fill() {
        filling = true;
        List<Row> now = new ArrayList<>();
        for (StockModel.Group group : cars.stock().groups().get()) {
            now.add(new Row.Heading(group.kind(), group.rows().size()));
            group.rows().stream().map(Row.Car::new).forEach(now::add);
        }
        if (now.size() != rows.size()) {
            rows.setAll(now);
        } else {
            // A car that is typed changes its line only; the list does not jump.
            for (int index = 0; index < now.size(); index++) {
                if (!now.get(index).equals(rows.get(index))) {
                    rows.set(index, now.get(index));
                }
            }
        }
        none.setText(words.get(!cars.stock().filled().get() ? "stock.reading"
                : cars.stock().search().isNarrow() ? "stock.nothing" : "stock.empty"));
        filling = false;
        choose();
    }

    /** Shows which car is in the form. */
    private void choose() {
        filling = true;
        UUID open = cars.current().car().get().id();
        int at = 0;
        while (at < rows.size() && !(rows.get(at) instanceof Row.Car(var car) && car.id().equals(open))) {
            at++;
        }
        if (at < rows.size()) {
            list.getSelectionModel().select(at);
        } else {
            list.getSelectionModel().clearSelection();
        }
        filling = false;
    }

    /** Up and Down go from car to car, over the headings; Enter goes into it, Delete takes one out of the list. */
    private void key(KeyEvent key) {
        switch (key.getCode()) {
            case UP -> step(-1, list.getSelectionModel().getSelectedIndex());
            case DOWN -> step(1, list.getSelectionModel().getSelectedIndex());
            case DELETE -> {
                // The car in the form is what is deleted; the chosen one may not be there yet.
                if (list.getSelectionModel().getSelectedItem() instanceof Row.Car(var row)
                        && row.id().equals(cars.current().car().get().id())) {
                    menu.delete();
                }
            }
            case ENTER -> {
                // With Ctrl it sends, wherever the focus is.
                if (key.isShortcutDown()) {
                    return;
                }
                toForm.run();
            }
            case Z -> {
                if (!key.isShortcutDown()) {
                    return;
                }
                cars.undo();
            }
            default -> {
                return;
            }
        }
        key.consume();
    }

    private void step(int step, int from) {
        int at = from + step;
        while (at >= 0 && at < rows.size() && !(rows.get(at) instanceof Row.Car)) {
            at += step;
        }
        if (at >= 0 && at < rows.size()) {
            list.getSelectionModel().select(at);
            list.scrollTo(Math.max(0, at - 1));
        }
    }
}
