package app.forecourt.ui.stock;

import app.forecourt.car.CarField;
import app.forecourt.model.cars.CarsModel;
import app.forecourt.model.stock.TakeOffList;
import app.forecourt.settings.Profile;
import app.forecourt.stock.StaleAdvert;
import app.forecourt.ui.fx.ClipboardText;
import app.forecourt.ui.fx.LiveRegion;
import app.forecourt.ui.fx.TextWrapPolicy;
import app.forecourt.ui.keys.ConfirmationFilter;
import app.forecourt.ui.words.Messages;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * Pane with the adverts to take off AutoChat. The dealer takes one off in AutoChat's dashboard, for which the pane
 * copies its number or plate, and ticks it here.
 */
public final class TakeOffPane extends VBox {
    private final CarsModel cars;
    private final Messages messages;
    private final ListView<StaleAdvert> list = new ListView<>();

    /**
     * Creates the pane.
     *
     * @param dashboard action that opens a profile's dashboard in the browser
     * @param openCar opens the car of an advert in the form
     */
    public TakeOffPane(
            CarsModel cars,
            TakeOffList adverts,
            Messages messages,
            Consumer<Profile> dashboard,
            Consumer<UUID> openCar) {
        this.cars = cars;
        this.messages = messages;
        getStyleClass().addAll("dialog-content", "takeoff");
        Label hint = new Label(messages.get("takeoff.hint"));
        hint.getStyleClass().add("hint");
        TextWrapPolicy.enable(hint);
        list.setId("takeOffList");
        list.getStyleClass().add("plain-list");
        // The buttons are right below the last row.
        ObservableValue<Number> height = Bindings.size(adverts.shown())
                .map(Number::intValue)
                .map(rows -> Math.max(1, rows))
                .flatMap(rows -> list.fixedCellSizeProperty().multiply(rows));
        list.prefHeightProperty().bind(height);
        list.maxHeightProperty().bind(height);
        list.setAccessibleText(messages.get("takeoff.title"));
        list.setItems(adverts.shown());
        list.setPlaceholder(new Label(messages.get("takeoff.none")));
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setCellFactory(_ -> new TakeOffCell(cars.names(), messages, this::toggle));
        list.getSelectionModel().selectFirst();
        list.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.SPACE) {
                toggle(list.getSelectionModel().getSelectedItems());
                key.consume();
            } else if (key.getCode() == KeyCode.ENTER && !key.isShortcutDown()) {
                chosen().ifPresent(advert -> openCar.accept(advert.car().id()));
                key.consume();
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        CheckBox all = new CheckBox(messages.get("takeoff.all"));
        all.setId("takeOffAll");
        all.selectedProperty().bindBidirectional(adverts.showingAll());
        Button tick = new Button(messages.get("takeoff.tick"));
        tick.setId("takeOffTick");
        ConfirmationFilter.markToggling(tick);
        tick.setOnAction(_ -> toggle(list.getSelectionModel().getSelectedItems()));
        InvalidationListener word = _ -> tick.setText(
                messages.get(isTakenOff(list.getSelectionModel().getSelectedItems()) ? "stock.undo" : "takeoff.tick"));
        adverts.shown().addListener(word);
        list.getSelectionModel().getSelectedItems().addListener(word);
        word.invalidated(adverts.shown());
        Button open = new Button(messages.get("outcome.dashboard"));
        open.setId("takeOffDashboard");
        // A disabled button has no tooltip of its own.
        StackPane openArea = new StackPane(open);
        Tooltip why = new Tooltip();
        Tooltip.install(openArea, why);
        open.accessibleHelpProperty().bind(why.textProperty());
        open.setOnAction(_ -> chosen().map(StaleAdvert::profile).ifPresent(dashboard));
        Button number = copyButton(
                "takeOffNumber", "outcome.copy", advert -> advert.submission().number());
        Button plate = copyButton("takeOffPlate", "takeoff.plate", TakeOffPane::plate);
        list.getSelectionModel().selectedItemProperty().subscribe(advert -> {
            tick.setDisable(advert == null);
            boolean isPractice = advert != null && advert.profile() == Profile.PRACTICE;
            open.setDisable(advert == null || isPractice);
            why.setText(messages.get(isPractice ? "takeoff.no_dashboard" : "outcome.dashboard"));
            number.setDisable(advert == null || advert.submission().number().isEmpty());
            plate.setDisable(advert == null || plate(advert).isEmpty());
        });
        FlowPane actions = new FlowPane(tick, openArea, number, plate);
        actions.getStyleClass().add("takeoff-actions");
        getChildren().addAll(hint, list, actions, all);
    }

    /** Returns the list, for the initial focus. */
    public ListView<StaleAdvert> list() {
        return list;
    }

    private Optional<StaleAdvert> chosen() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    }

    private static Optional<String> plate(StaleAdvert advert) {
        return Optional.of(advert.submission()
                        .texts()
                        .getOrDefault(CarField.LICENSE_PLATE, "")
                        .strip())
                .filter(plate -> !plate.isEmpty());
    }

    /** Returns a button that copies a text of the selected advert, and then says so. */
    private Button copyButton(String id, String key, Function<StaleAdvert, Optional<String>> text) {
        Button copy = new Button(messages.get(key));
        copy.setId(id);
        LiveRegion.announceChanges(copy);
        copy.setOnAction(_ -> chosen().flatMap(text).ifPresent(copied -> {
            ClipboardText.text(copied);
            // Keeps its width, so that no other button moves under the mouse.
            copy.setMinWidth(copy.getWidth());
            copy.setText(messages.get("outcome.copied"));
        }));
        list.getSelectionModel().selectedItemProperty().subscribe((_, _) -> copy.setText(messages.get(key)));
        return copy;
    }

    private static boolean isTakenOff(List<StaleAdvert> adverts) {
        return !adverts.isEmpty() && adverts.stream().allMatch(StaleAdvert::isTakenOff);
    }

    /** Ticks adverts, or removes their ticks if all of them have one. */
    private void toggle(List<StaleAdvert> adverts) {
        List<StaleAdvert> some = List.copyOf(adverts);
        boolean done = !isTakenOff(some);
        List<UUID> selected = list.getSelectionModel().getSelectedItems().stream()
                .map(TakeOffPane::id)
                .toList();
        int focused = list.getFocusModel().getFocusedIndex();
        some.forEach(advert ->
                cars.setTakenOff(advert.car().id(), advert.submission().id(), done));
        // A changed row is another one, whose selection JavaFX drops.
        list.getSelectionModel().clearSelection();
        IntStream.range(0, list.getItems().size())
                .filter(index -> selected.contains(id(list.getItems().get(index))))
                .forEach(list.getSelectionModel()::select);
        list.getFocusModel().focus(focused);
    }

    private static UUID id(StaleAdvert advert) {
        return advert.submission().id();
    }
}
