package app.forecourt.ui.stock;

import app.forecourt.model.stock.StockFilterModel;
import app.forecourt.model.stock.StockFilterModel.Filter;
import app.forecourt.ui.fx.AccessibleName;
import app.forecourt.ui.fx.LiveRegion;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.fx.SeverityStyle;
import app.forecourt.ui.fx.TextLengthLimit;
import app.forecourt.ui.words.Messages;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The field for the least number of days on sale. It is visible while the list is filtered by it. */
final class StandingDaysField extends VBox {
    private static final int LONGEST = 20;
    private static final Pattern DAYS = Pattern.compile("\\d{1,4}");

    /** @param toList action that moves the focus to the first car that was found */
    StandingDaysField(StockFilterModel filters, Messages messages, Runnable toList) {
        getStyleClass().add("stock-days");
        TextField days = new TextField(String.valueOf(filters.days().get()));
        days.setId("stockDays");
        AccessibleName.set(days, messages.get("stock.standing"));
        TextLengthLimit.install(days, LONGEST, days::getText, _ -> {});
        Label unit = new Label(messages.get("stock.standing.days"));
        unit.setLabelFor(days);
        Label problem = LiveRegion.label("stockDaysProblem", "note");
        problem.pseudoClassStateChanged(SeverityStyle.DANGER, true);
        problem.setText(messages.get("stock.standing.problem", 1, StockFilterModel.MOST_DAYS));
        HBox line = new HBox(days, unit);
        line.getStyleClass().add("stock-days-line");
        getChildren().addAll(line, problem);
        days.textProperty().subscribe(text -> {
            OptionalInt number = parse(text);
            days.pseudoClassStateChanged(SeverityStyle.DANGER, number.isEmpty());
            NodeVisibility.set(problem, number.isEmpty());
            number.ifPresent(filters.days()::set);
        });
        days.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ENTER && !key.isShortcutDown()) {
                toList.run();
                key.consume();
            }
        });
        messages.listenerScope()
                .listen(filters.filter(), filter -> NodeVisibility.set(this, filter == Filter.STANDING));
    }

    /** Returns the typed number of days; empty if it is none that the filter takes. */
    static OptionalInt parse(String typed) {
        String text = typed.strip();
        int number = DAYS.matcher(text).matches() ? Integer.parseInt(text) : 0;
        return number == 0 ? OptionalInt.empty() : OptionalInt.of(number);
    }
}
