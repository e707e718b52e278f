package app.forecourt.ui.stock;

import app.forecourt.model.stock.StockFilter;
import app.forecourt.model.stock.StockFilter.Filter;
import app.forecourt.settings.EffectiveDealership;
import app.forecourt.ui.fx.AccessibleName;
import app.forecourt.ui.fx.LabelComboBox;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.fx.PasteLimit;
import app.forecourt.ui.fx.SearchField;
import app.forecourt.ui.words.Messages;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/** Search box of the stock list, with the filters by status and by dealership. */
final class StockFilterPane extends VBox {
    /** Most characters of a search. No identification of a car is longer. */
    private static final int LONGEST = 200;

    private final StockFilter filters;
    private final Messages messages;
    private final Runnable toList;
    private final SearchField search = new SearchField();

    /**
     * Creates the search box and the filters.
     *
     * @param toList action that moves the focus to the first car that was found
     */
    StockFilterPane(StockFilter filters, Messages messages, Runnable toList) {
        this.filters = filters;
        this.messages = messages;
        this.toList = toList;
        getStyleClass().add("stock-finder");
        getChildren().addAll(search(), filter(), dealership());
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
        PasteLimit.install(search, LONGEST, search::getText, _ -> {});
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

    private ComboBox<Filter> filter() {
        ComboBox<Filter> filter = new LabelComboBox<>(
                value -> messages.get("filter." + Messages.key(value)));
        filter.getItems().setAll(Filter.values());
        filter.setId("stockFilter");
        AccessibleName.set(filter, messages.get("stock.filter"));
        filter.setMaxWidth(Double.MAX_VALUE);
        filter.valueProperty().bindBidirectional(filters.filter());
        return filter;
    }

    /** Creates the filter by dealership. It is visible only if the stock has cars of several dealerships. */
    private ComboBox<Optional<EffectiveDealership>> dealership() {
        ComboBox<Optional<EffectiveDealership>> choice = new LabelComboBox<>(
                branch -> branch.map(EffectiveDealership::label)
                        .orElse(messages.get("stock.dealerships")));
        choice.setId("stockDealership");
        AccessibleName.set(choice, messages.get("stock.dealership"));
        choice.setMaxWidth(Double.MAX_VALUE);
        ObjectProperty<Optional<EffectiveDealership>> chosen = filters.dealership();
        messages.listenerScope().listen(filters.dealerships(), branches -> {
            NodeVisibility.set(choice, branches.size() > 1);
            choice.getItems().setAll(Stream.concat(Stream.of(Optional.<EffectiveDealership>empty()),
                    branches.stream().map(Optional::of)).toList());
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
