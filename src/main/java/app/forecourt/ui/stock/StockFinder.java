package app.forecourt.ui.stock;

import app.forecourt.model.stock.StockFilter;
import app.forecourt.model.stock.StockFilter.Filter;
import app.forecourt.settings.DealershipRepository.Branch;
import app.forecourt.ui.fx.AccessibleName;
import app.forecourt.ui.fx.LabelConverter;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.fx.PasteLimit;
import app.forecourt.ui.words.Messages;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.collections.FXCollections;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/** Search box of the stock list, with the filters by status and by dealership. */
final class StockFinder extends VBox {
    /** Most characters of a search. No identification of a car is longer. */
    private static final int LONGEST = 200;

    private final StockFilter filters;
    private final Messages words;
    private final Runnable toList;
    private final TextField search = new TextField();

    /**
     * Creates the search box and the filters.
     *
     * @param toList action that moves the focus to the first car that was found
     */
    StockFinder(StockFilter filters, Messages words, Runnable toList) {
        this.filters = filters;
        this.words = words;
        this.toList = toList;
        getStyleClass().add("stock-finder");
        getChildren().addAll(search(), filter(), dealership());
    }

    /** Moves the focus to the search box and selects its text. */
    void find() {
        search.requestFocus();
        search.selectAll();
    }

    private TextField search() {
        search.setId("stockSearch");
        search.setPromptText(words.get("stock.search"));
        AccessibleName.of(search, words.get("stock.search"));
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
        ComboBox<Filter> filter = new ComboBox<>(FXCollections.observableArrayList(Filter.values()));
        filter.setId("stockFilter");
        AccessibleName.of(filter, words.get("stock.filter"));
        filter.setMaxWidth(Double.MAX_VALUE);
        filter.setConverter(new LabelConverter<>(value -> words.get("filter." + Messages.key(value))));
        filter.valueProperty().bindBidirectional(filters.filter());
        return filter;
    }

    /** Creates the filter by dealership. It is visible only if the stock has cars of several dealerships. */
    private ComboBox<Optional<Branch>> dealership() {
        ComboBox<Optional<Branch>> choice = new ComboBox<>();
        choice.setId("stockDealership");
        AccessibleName.of(choice, words.get("stock.dealership"));
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setConverter(
                new LabelConverter<>(
                        branch -> branch.map(Branch::label).orElse(words.get("stock.dealerships"))));
        ObjectProperty<Optional<Branch>> chosen = filters.dealership();
        words.listenerScope().to(filters.dealerships(), branches -> {
            NodeVisibility.when(choice, branches.size() > 1);
            choice.getItems().setAll(Stream.concat(Stream.of(Optional.<Branch>empty()),
                    branches.stream().map(Optional::of)).toList());
            choice.setValue(chosen.get());
        });
        words.listenerScope().to(chosen, choice::setValue);
        choice.valueProperty().subscribe(value -> {
            // The combo box has no value while its items change.
            if (value != null) {
                chosen.set(value);
            }
        });
        return choice;
    }
}
