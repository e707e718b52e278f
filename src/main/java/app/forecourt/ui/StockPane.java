package app.forecourt.ui;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.profile.Profile;
import app.forecourt.ui.StockEntry.Standing;
import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The cars at hand: what needs a look, drafts, what was sent. */
final class StockPane extends VBox {
    private final Desk desk;
    private final Words words;
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final ListView<Row> list = new ListView<>(rows);
    private boolean filling;

    /** A line of the list. */
    private sealed interface Row {
        record Heading(Standing standing, int count) implements Row {}

        record Car(StockEntry entry) implements Row {}
    }

    StockPane(Desk desk, Words words, Runnable newCar) {
        this.desk = desk;
        this.words = words;
        getStyleClass().add("stock-pane");

        Button fresh = new Button(words.get("stock.new"), Icons.of(Feather.PLUS));
        fresh.setId("newCar");
        fresh.getStyleClass().add(Styles.ACCENT);
        fresh.setMaxWidth(Double.MAX_VALUE);
        fresh.setOnAction(event -> newCar.run());

        list.setId("stock");
        list.setAccessibleText(words.get("stock.title"));
        list.setCellFactory(view -> new RowCell());
        list.getSelectionModel().selectedItemProperty().subscribe((before, now) -> {
            if (!filling && now instanceof Row.Car(var entry)) {
                desk.open(entry);
            }
        });
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(fresh, list);

        desk.stock().addListener((ListChangeListener<StockEntry>) change -> fill());
        desk.current().subscribe(any -> fill());
    }

    private void fill() {
        filling = true;
        List<Row> fresh = new ArrayList<>();
        for (Standing standing : List.of(Standing.UNKNOWN, Standing.SENDING, Standing.DRAFT, Standing.SENT)) {
            List<StockEntry> entries = desk.stock().stream().filter(entry -> entry.standing() == standing)
                    .toList();
            if (!entries.isEmpty()) {
                fresh.add(new Row.Heading(standing, entries.size()));
                entries.stream().map(Row.Car::new).forEach(fresh::add);
            }
        }
        if (!fresh.equals(rows)) {
            rows.setAll(fresh);
        } else {
            list.refresh();
        }
        list.getSelectionModel().select(new Row.Car(desk.current().get()));
        filling = false;
    }

    /** Up and Down go from car to car, over the headings. */
    private void key(KeyEvent key) {
        int step = key.getCode() == KeyCode.DOWN ? 1 : key.getCode() == KeyCode.UP ? -1 : 0;
        if (step == 0) {
            return;
        }
        int at = list.getSelectionModel().getSelectedIndex() + step;
        while (at >= 0 && at < rows.size() && !(rows.get(at) instanceof Row.Car)) {
            at += step;
        }
        if (at >= 0 && at < rows.size()) {
            list.getSelectionModel().select(at);
            list.scrollTo(Math.max(0, at - 1));
        }
        key.consume();
    }

    private String title(CarDraft draft) {
        String car = Stream.of(CarField.BRAND, CarField.MODEL).map(draft::text).map(String::strip)
                .filter(text -> !text.isEmpty()).collect(Collectors.joining(" "));
        return car.isEmpty() ? words.get("stock.untitled") : car;
    }

    private String detail(StockEntry entry) {
        Stream<String> which = Stream.of(CarField.LICENSE_PLATE, CarField.INTERNAL_ID, CarField.VIN)
                .map(entry.draft().get()::text).map(String::strip).filter(text -> !text.isEmpty()).limit(1);
        Stream<String> where = entry.attempts().stream()
                .filter(attempt -> attempt.accepted() || attempt.open())
                .map(Attempt::profile).distinct().map(this::where);
        return Stream.concat(which, where).collect(Collectors.joining(" · "));
    }

    private String where(Profile profile) {
        return words.name(profile);
    }

    private final class RowCell extends ListCell<Row> {
        @Override
        protected void updateItem(Row row, boolean empty) {
            super.updateItem(row, empty);
            setText(null);
            setGraphic(null);
            getStyleClass().removeAll("heading", "car");
            setDisable(false);
            if (empty || row == null) {
                return;
            }
            switch (row) {
                case Row.Heading(var standing, var count) -> {
                    getStyleClass().add("heading");
                    setText(words.get("stock." + standing.name().toLowerCase(Locale.ROOT), count));
                    setDisable(true);
                }
                case Row.Car(var entry) -> {
                    getStyleClass().add("car");
                    setGraphic(car(entry));
                }
            }
        }

        private HBox car(StockEntry entry) {
            Label title = new Label(title(entry.draft().get()));
            title.getStyleClass().add("stock-title");
            Label detail = new Label(detail(entry));
            detail.getStyleClass().add("stock-detail");
            detail.setManaged(!detail.getText().isEmpty());
            VBox text = new VBox(title, detail);
            text.setMinWidth(0);
            text.setAlignment(Pos.CENTER_LEFT);
            HBox line = new HBox(Icons.of(switch (entry.standing()) {
                case DRAFT -> entry.attempts().isEmpty() ? Feather.EDIT_2 : Feather.ALERT_CIRCLE;
                case SENDING -> Feather.LOADER;
                case UNKNOWN -> Feather.HELP_CIRCLE;
                case SENT -> Feather.CHECK_CIRCLE;
            }), text);
            line.getStyleClass().add("stock-line");
            line.setMaxWidth(list.getWidth() - 40);
            return line;
        }
    }
}
