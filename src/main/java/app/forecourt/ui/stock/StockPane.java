package app.forecourt.ui.stock;

import app.forecourt.model.cars.CarsModel;
import app.forecourt.model.form.ObservableLists;
import app.forecourt.model.stock.StockFilterModel;
import app.forecourt.model.stock.StockGroup;
import app.forecourt.model.stock.StockModel;
import app.forecourt.stock.StockRow;
import app.forecourt.ui.fx.FrameByFrameListPane;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.fx.SafeTextWrap;
import app.forecourt.ui.fx.Theme;
import app.forecourt.ui.photos.CarThumbnails;
import app.forecourt.ui.words.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Pane with the stock list in groups: cars that need attention, cars being sent, drafts, sent cars. */
public final class StockPane extends VBox {
    /** Style class of the pane, which sets its width. */
    public static final String STYLE = "stock-pane";

    /** Largest number of cars whose rows are shown together with the work of the model. */
    private static final int MOST_AT_ONCE = 200;

    private final CarsModel cars;
    private final Messages messages;
    private final WindowMenu menu;
    private final Runnable toForm;
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final ListView<Row> list = new ListView<>(rows);
    private final StackPane listArea = new StackPane();

    private final StockSearchPane finder;
    private final Label placeholder = new Label();
    private final StockNoticeLine noticeLine;
    private final StockSkeleton skeleton;
    private final NewCarAndMenuBar head;
    private boolean filling;
    /** Row of the car that was deleted last; 0 after another car is selected. The keys go on from there. */
    private int deletedAt;
    /** Row of the car that was selected last. */
    private int lastSelected;
    /** Car at which the context menu was last opened. */
    private Optional<UUID> clickedCar = Optional.empty();

    /** Row of the list: a heading or a car. */
    sealed interface Row {
        record Heading(StockGroup kind, int count) implements Row {}

        record Car(StockRow row) implements Row {}
    }

    /**
     * Creates the pane.
     *
     * @param thumbnails photos of the cars
     * @param newCar action that creates a car
     * @param toForm action that moves the focus into the form
     */
    public StockPane(
            CarsModel cars,
            Messages messages,
            WindowMenu menu,
            CarThumbnails thumbnails,
            Runnable newCar,
            Runnable toForm) {
        this.cars = cars;
        this.messages = messages;
        this.menu = menu;
        this.toForm = toForm;
        skeleton = new StockSkeleton(messages);
        getStyleClass().add(STYLE);

        list.setId("stock");
        list.setAccessibleText(messages.get("stock.title"));
        placeholder.getStyleClass().add("hint");
        SafeTextWrap.enable(placeholder);
        var rowLayout = new RowLayout();
        list.widthProperty()
                .subscribe(width -> rowLayout.setWidth(
                        width.doubleValue(), list.getScene() == null ? 1 : Theme.scale(list.getScene())));
        ContextMenu context = menu.contextMenu(() -> clickedCar);
        list.setCellFactory(_ -> {
            StockCell cell = new StockCell(cars.names(), messages, context, thumbnails, rowLayout);
            cell.addEventFilter(
                    ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                    _ -> clickedCar =
                            cell.getItem() instanceof Row.Car(var row) ? Optional.of(row.id()) : Optional.empty());
            return cell;
        });
        list.getSelectionModel().selectedItemProperty().subscribe((_, newRow) -> {
            if (!filling && newRow instanceof Row.Car(var row)) {
                cars.open(row.id());
            }
        });
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::onKeyPressed);
        finder = new StockSearchPane(cars.stock().filter(), cars.stock()::count, messages, () -> {
            selectNextCar(1, -1);
            list.requestFocus();
        });
        finder.receiveLettersFrom(list);
        VBox.setVgrow(listArea, Priority.ALWAYS);
        noticeLine = new StockNoticeLine(cars.actions().notice().shown(), cars.names(), messages, cars::undo);
        head = new NewCarAndMenuBar(newCar, menu, messages);
        TakeOffConfirmationPane takeOff = new TakeOffConfirmationPane(
                messages, list.getSelectionModel().selectedItemProperty().isNull(), this::confirmTakenOff);
        messages.listenerScope()
                .listen(cars.stock().filter().filter(), _ -> NodeVisibility.set(takeOff, isTakingOff()));
        getChildren().addAll(head, takeOff, listArea, noticeLine);

        messages.listenerScope().listen(cars.stock().groups(), this::onGroupsChanged);
        messages.listenerScope().listen(cars.stock().complete(), _ -> showPlaceholder());
        messages.listenerScope().listen(cars.current().car(), _ -> selectCurrentCar());
        messages.listenerScope().listen(cars.chosen().beingRead(), _ -> selectCurrentCar());
    }

    /** Adds the search box. A step of its own, as {@link #addList}. */
    public void addSearch() {
        getChildren().add(1, finder);
    }

    /** Returns the search box with the filters, which are added by steps. */
    public StockSearchPane filters() {
        return finder;
    }

    /** Adds the list. A step of its own, because pane and list together take longer than a frame may last. */
    public void addList() {
        listArea.getChildren().setAll(new FrameByFrameListPane(list));
    }

    private boolean isTakingOff() {
        return cars.stock().filter().filter().get() == StockFilterModel.Filter.TO_TAKE_OFF;
    }

    /** Confirms that the adverts of the selected car were taken off, which leaves the list. */
    private void confirmTakenOff() {
        if (list.getSelectionModel().getSelectedItem() instanceof Row.Car(var row)) {
            list.requestFocus();
            cars.actions().confirmTakenOff(row.id());
        }
    }

    /** Lists the cars with adverts to take off, and moves the focus to them. */
    public void showTakeOff() {
        cars.stock().filter().reset();
        cars.stock().filter().filter().set(StockFilterModel.Filter.TO_TAKE_OFF);
        list.requestFocus();
        if (!hasSelection()) {
            selectNextCar(1, -1);
        }
    }

    /** Opens the menu for use with the arrow keys. The focus owner stays the same. */
    public void openMenu() {
        head.openMenu();
    }

    public void focusSearch() {
        finder.focusSearch();
    }

    /** Moves the focus to the notice below the list. */
    public void focusNotice() {
        noticeLine.focusSentence();
    }

    /** Shows a long list in a task of its own, so that the window answers between the search and the list. */
    private void onGroupsChanged(List<StockModel.Group> groups) {
        int shown = groups.stream().mapToInt(group -> group.rows().size()).sum();
        if (shown > MOST_AT_ONCE) {
            Platform.runLater(this::fill);
        } else {
            fill();
        }
    }

    private void fill() {
        filling = true;
        List<Row> newRows = new ArrayList<>();
        for (StockModel.Group group : cars.stock().groups().get()) {
            newRows.add(new Row.Heading(group.kind(), group.rows().size()));
            group.rows().stream().map(Row.Car::new).forEach(newRows::add);
        }
        ObservableLists.update(rows, newRows);
        showPlaceholder();
        filling = false;
        selectCurrentCar();
    }

    /** Chooses what an empty list shows. */
    private void showPlaceholder() {
        list.setPlaceholder(cars.stock().complete().get() ? placeholder : skeleton);
        placeholder.setText(messages.get(cars.stock().filter().isActive() ? "stock.nothing" : "stock.empty"));
    }

    /** Selects the car in the form, or the chosen one while it is being read. */
    private void selectCurrentCar() {
        filling = true;
        UUID open = cars.chosen()
                .beingRead()
                .get()
                .orElseGet(() -> cars.current().car().get().id());
        int index = 0;
        while (index < rows.size()
                && !(rows.get(index) instanceof Row.Car(var car) && car.id().equals(open))) {
            index++;
        }
        if (index < rows.size()) {
            list.getSelectionModel().select(index);
            lastSelected = index;
            deletedAt = 0;
        } else {
            list.getSelectionModel().clearSelection();
            if (deletedAt == 0 && list.isFocused()) {
                // Another desk has deleted the selected car.
                deletedAt = lastSelected;
            }
            if (deletedAt > 0) {
                list.getFocusModel().focus(Math.min(deletedAt, rows.size() - 1));
            }
        }
        filling = false;
    }

    private boolean hasSelection() {
        return selectedIndex() >= 0;
    }

    private int selectedIndex() {
        return list.getSelectionModel().getSelectedIndex();
    }

    /**
     * Handles the keys of the list. Up and Down move between cars and skip headings. Enter moves the focus into the
     * form, Delete deletes the car, Ctrl+Z undoes. Space confirms that adverts were taken off, while these are listed.
     */
    private void onKeyPressed(KeyEvent key) {
        switch (key.getCode()) {
            case UP -> selectNextCar(-1, hasSelection() ? selectedIndex() : deletedAt);
            case DOWN -> selectNextCar(1, hasSelection() ? selectedIndex() : deletedAt - 1);
            case DELETE -> {
                // Deletes the car in the form, so the selected car must already be loaded into it.
                if (list.getSelectionModel().getSelectedItem() instanceof Row.Car(var row)
                        && row.id().equals(cars.current().car().get().id())) {
                    deletedAt = selectedIndex();
                    menu.deleteCurrentCar();
                }
            }
            case SPACE -> {
                if (!isTakingOff()) {
                    return;
                }
                confirmTakenOff();
            }
            case ENTER -> {
                // Ctrl+Enter sends the car, whatever has the focus.
                if (key.isShortcutDown()) {
                    return;
                }
                cars.chosen().focusWhenOpened(toForm);
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

    private void selectNextCar(int step, int fromIndex) {
        int index = fromIndex + step;
        while (index >= 0 && index < rows.size() && !(rows.get(index) instanceof Row.Car)) {
            index += step;
        }
        if (index >= 0 && index < rows.size()) {
            list.getSelectionModel().select(index);
            list.scrollTo(Math.max(0, index - 1));
        }
    }
}
