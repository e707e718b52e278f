package app.forecourt.ui.stock;

import app.forecourt.car.CarField;
import app.forecourt.car.FieldType;
import app.forecourt.car.vocabulary.Vocabulary;
import app.forecourt.model.stock.CarComparison;
import app.forecourt.text.TextSanitizer;
import app.forecourt.ui.fx.TextWrap;
import app.forecourt.ui.words.Messages;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;

/** List cell of a field in a comparison: its name, and the values of both cars. */
final class ComparedFieldCell extends ListCell<CarComparison.Pair> {
    /** The most characters of a value, because a description may have thousands. */
    private static final int LONGEST = 400;
    private static final PseudoClass DIFFERENT = PseudoClass.getPseudoClass("different");

    private final Messages messages;
    private final Vocabulary vocabulary;
    private final Line line = new Line();

    /** A line of three columns that are as wide in every line. */
    static final class Line extends GridPane {
        private static final double NAME_PERCENT = 28;
        private static final double VALUE_PERCENT = 36;

        private final Label name = new Label();
        private final Label first = new Label();
        private final Label second = new Label();

        Line() {
            getStyleClass().add("comparison-line");
            name.getStyleClass().add("comparison-name");
            for (double percent : new double[]{NAME_PERCENT, VALUE_PERCENT, VALUE_PERCENT}) {
                ColumnConstraints column = new ColumnConstraints();
                column.setPercentWidth(percent);
                getColumnConstraints().add(column);
            }
            for (Label label : new Label[]{name, first, second}) {
                label.setMinWidth(0);
                TextWrap.enable(label);
            }
            first.getStyleClass().add("comparison-value");
            second.getStyleClass().add("comparison-value");
            addRow(0, name, first, second);
        }

        void show(String nameText, String firstText, String secondText) {
            name.setText(nameText);
            first.setText(firstText);
            second.setText(secondText);
        }
    }

    ComparedFieldCell(Messages messages, Vocabulary vocabulary) {
        this.messages = messages;
        this.vocabulary = vocabulary;
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(CarComparison.Pair pair, boolean empty) {
        super.updateItem(pair, empty);
        setText(null);
        setGraphic(empty || pair == null ? null : line);
        pseudoClassStateChanged(DIFFERENT, pair != null && !empty && !pair.isSame());
        if (empty || pair == null) {
            setAccessibleText(null);
            return;
        }
        String name = pair.field() == CarField.OPTIONS ? messages.get("compare.options")
                : messages.name(pair.field());
        String first = shown(pair, pair.first());
        String second = shown(pair, pair.second());
        line.show(name, first, second);
        setAccessibleText(
                messages.get(pair.isSame() ? "compare.spoken.same" : "compare.spoken", name, first, second));
    }

    private String shown(CarComparison.Pair pair, Object value) {
        String text = switch (value) {
            case Boolean set -> messages.get(set ? "compare.yes" : "compare.no");
            case List<?> entries when pair.field() == CarField.OPTIONS -> entries.stream()
                    .map(name -> messages.optionName(name.toString(), Optional.empty()))
                    .collect(Collectors.joining(", "));
            case String word when pair.field().type() == FieldType.WORD ->
                vocabulary.shownText(pair.field(), word, messages.locale());
            default -> messages.value(value);
        };
        return text.isEmpty() ? "–" : cut(text);
    }

    private static String cut(String text) {
        return TextSanitizer.length(text) <= LONGEST ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
