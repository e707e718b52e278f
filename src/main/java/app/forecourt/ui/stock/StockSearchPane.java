package app.forecourt.ui.stock;

import app.forecourt.model.stock.StockFilterModel;
import app.forecourt.model.stock.StockFilterModel.Filter;
import app.forecourt.model.stock.StockOrder;
import app.forecourt.settings.DealershipWithIds;
import app.forecourt.ui.fx.AccessibleName;
import app.forecourt.ui.fx.Icons;
import app.forecourt.ui.fx.MenuTypeAhead;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.fx.SearchField;
import app.forecourt.ui.fx.TextLengthLimit;
import app.forecourt.ui.fx.TypeAheadComboBox;
import app.forecourt.ui.words.Messages;
import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Search box of the stock list, with the filters by status, days and dealership, and the order. */
public final class StockSearchPane extends VBox {
    /** Most characters of a search. No identification of a car is longer. */
    private static final int LONGEST = 200;

    private final StockFilterModel filters;
    private final Messages messages;
    private final Runnable toList;
    private final SearchField search = new SearchField();
    private final ComboBox<Filter> status;
    private final HBox line = new HBox();

    /**
     * Creates the search box.
     *
     * @param count returns the number of cars that a filter would show
     * @param toList action that moves the focus to the first car that was found
     */
    StockSearchPane(StockFilterModel filters, ToIntFunction<Filter> count, Messages messages, Runnable toList) {
        this.filters = filters;
        this.messages = messages;
        this.toList = toList;
        getStyleClass().add("stock-finder");
        status = status(count);
        getChildren().add(search());
    }

    /** Adds the filter by status. A step of its own, as the next ones, because each takes most of a frame. */
    public void addStatus() {
        line.getStyleClass().add("stock-filter");
        line.getChildren().add(status);
        getChildren().add(line);
    }

    /** Adds the cross that shows all cars, while a filter is set, and the menu of the orders. */
    public void addOrder() {
        MenuButton order = order();
        order.minHeightProperty().bind(status.heightProperty());
        order.maxHeightProperty().bind(status.heightProperty());
        Button reset = Icons.button(Feather.X, messages.get("stock.filter.reset"), () -> {
            filters.reset();
            focusSearch();
        });
        reset.setId("resetFilter");
        reset.minHeightProperty().bind(status.heightProperty());
        reset.maxHeightProperty().bind(status.heightProperty());
        line.getChildren().addAll(reset, order);
        messages.listenerScope().listen(filters.filter(), chosen -> NodeVisibility.set(reset, chosen != Filter.ALL));
    }

    /** Adds the filters that are visible only when they are needed. */
    public void addOthers() {
        getChildren().addAll(new StandingDaysField(filters, messages, toList), dealership());
    }

    /** Moves the focus to the search box and selects its text. */
    void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    /** Lets the user type into the search box from the stock list. */
    void receiveLettersFrom(ListView<?> list) {
        search.receiveLettersFrom(list);
    }

    private SearchField search() {
        search.setId("stockSearch");
        search.setPromptText(messages.get("stock.search"));
        AccessibleName.set(search, messages.get("stock.search"));
        TextLengthLimit.install(search, LONGEST, search::getText, _ -> {});
        search.textProperty().bindBidirectional(filters.text());
        search.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            switch (key.getCode()) {
                case ESCAPE -> search.clear();
                case DOWN, ENTER -> toList.run();
                default -> {
                    return;
                }
            }
            key.consume();
        });
        return search;
    }

    private ComboBox<Filter> status(ToIntFunction<Filter> count) {
        Function<Filter, String> name = value -> messages.get("filter." + Messages.key(value));
        TypeAheadComboBox<Filter> filter = new TypeAheadComboBox<>(name);
        filter.setCellFactory(_ -> new ListCell<>() {
            @Override
            protected void updateItem(Filter value, boolean empty) {
                super.updateItem(value, empty);
                setText(
                        empty || value == null
                                ? ""
                                : messages.get("stock.filter.count", name.apply(value), count.applyAsInt(value)));
            }
        });
        filter.setOnShowing(
                _ -> ((ListView<?>) ((ComboBoxListViewSkin<?>) filter.getSkin()).getPopupContent()).refresh());
        filter.getItems().setAll(Filter.values());
        filter.setId("stockFilter");
        AccessibleName.set(filter, messages.get("stock.filter"));
        filter.setMaxWidth(Double.MAX_VALUE);
        filter.valueProperty().bindBidirectional(filters.filter());
        HBox.setHgrow(filter, Priority.ALWAYS);
        filter.setMinWidth(0);
        return filter;
    }

    /** Creates the menu of the orders of the list. */
    private MenuButton order() {
        MenuButton button = new MenuButton();
        button.setId("stockOrder");
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Tweaks.NO_ARROW);
        Tooltip tooltip = new Tooltip();
        button.setTooltip(tooltip);
        messages.listenerScope().listen(filters.order(), chosen -> {
            String text = messages.get("order." + Messages.key(chosen));
            tooltip.setText(text);
            button.setAccessibleText(text);
            button.setGraphic(Icons.sort(chosen.isAscending()));
        });
        button.setMinWidth(Region.USE_PREF_SIZE);
        MenuTypeAhead.install(button);
        ToggleGroup group = new ToggleGroup();
        for (StockOrder order : StockOrder.values()) {
            RadioMenuItem item =
                    new RadioMenuItem(messages.get("order." + Messages.key(order)), Icons.sort(order.isAscending()));
            item.setId("order-" + Messages.key(order));
            item.setToggleGroup(group);
            item.setOnAction(_ -> filters.order().set(order));
            messages.listenerScope().listen(filters.order(), chosen -> item.setSelected(chosen == order));
            button.getItems().add(item);
        }
        return button;
    }

    /** Creates the filter by dealership. It is visible only if the stock has cars of several dealerships. */
    private ComboBox<Optional<DealershipWithIds>> dealership() {
        TypeAheadComboBox<Optional<DealershipWithIds>> choice = new TypeAheadComboBox<>(
                branch -> branch.map(DealershipWithIds::label).orElse(messages.get("stock.dealerships")));
        choice.setId("stockDealership");
        AccessibleName.set(choice, messages.get("stock.dealership"));
        choice.setMaxWidth(Double.MAX_VALUE);
        ObjectProperty<Optional<DealershipWithIds>> chosen = filters.dealership();
        messages.listenerScope().listen(filters.dealerships(), branches -> {
            NodeVisibility.set(choice, branches.size() > 1);
            choice.getItems()
                    .setAll(Stream.concat(
                                    Stream.of(Optional.<DealershipWithIds>empty()),
                                    branches.stream().map(Optional::of))
                            .toList());
            choice.setValue(chosen.get());
        });
        messages.listenerScope().listen(chosen, choice::setValue);
        choice.valueProperty().subscribe(value -> {
            // The combo box has no value while its items change.
            if (value != null) {
                chosen.set(value);
            }
        });
        return choice;
    }
}
