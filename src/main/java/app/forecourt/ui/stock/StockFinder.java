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

/** What is looked for in the stock list: the search box, and which cars and whose are shown. */
final class StockFinder extends VBox {
    /** Characters; nothing a car is known by is longer. */
    private static final int LONGEST = 200;

    private final StockFilter sought;
    private final Messages words;
    private final Runnable toList;
    private final TextField search = new TextField();

    /** @param toList goes to the first car that was found */
    StockFinder(StockFilter sought, Messages words, Runnable toList) {
        this.sought = sought;
        this.words = words;
        this.toList = toList;
        getStyleClass().add("stock-finder");
        getChildren().addAll(search(), filter(), dealership());
    }

    /** Puts the caret into the search box. */
    void find() {
        search.requestFocus();
        search.selectAll();
    }

    private TextField search() {
        search.setId("stockSearch");
        search.setPromptText(words.get("stock.search"));
        AccessibleName.of(search, words.get("stock.search"));
        PasteLimit.install(search, LONGEST, search::getText, length -> {});
        search.textProperty().bindBidirectional(sought.text());
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
        filter.setConverter(new LabelConverter<>(which -> words.get("filter." + Messages.key(which))));
        filter.valueProperty().bindBidirectional(sought.filter());
        return filter;
    }

    /** Whose cars are shown, where that is a question. */
    private ComboBox<Optional<Branch>> dealership() {
        ComboBox<Optional<Branch>> choice = new ComboBox<>();
        choice.setId("stockDealership");
        AccessibleName.of(choice, words.get("stock.dealership"));
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setConverter(
                new LabelConverter<>(one -> one.map(Branch::label).orElse(words.get("stock.dealerships"))));
        ObjectProperty<Optional<Branch>> chosen = sought.dealership();
        words.listenerScope().to(sought.dealerships(), all -> {
            NodeVisibility.when(choice, all.size() > 1);
            choice.getItems().setAll(Stream.concat(Stream.of(Optional.<Branch>empty()),
                    all.stream().map(Optional::of)).toList());
            choice.setValue(chosen.get());
        });
        words.listenerScope().to(chosen, choice::setValue);
        choice.valueProperty().subscribe(now -> {
            // While its items change the box has no value at all.
            if (now != null) {
                chosen.set(now);
            }
        });
        return choice;
    }
}
