package app.forecourt.ui;

import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A line of the option list: a heading, or an option with its box. */
final class OptionCell extends ListCell<OptionRow> {
    /** Pixels beside the line: padding, scroll bar. */
    private static final double BESIDE = 28;
    private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");
    /** Pixels: in fewer nothing is read but dots. */
    private static final double READABLE = 24;

    private final Words words;
    private final ObservableValue<Set<String>> chosen;
    private final CheckBox box = new CheckBox();
    private final Label called = new Label();
    private final Line choice;
    private final Label group = new Label();
    private final Label count = new Label();
    private final HBox heading;
    private final Tooltip whole = new Tooltip();

    /**
     * A line of the list's width and height, whatever stands in it. So what is put into it asks neither the cell nor the
     * list for a layout: a cell that asks for one has all its style put together anew, at each key in each line.
     */
    private static final class Line extends Region {
        private final Region within;

        Line(ListView<?> list, Region within) {
            this.within = within;
            within.setManaged(false);
            getChildren().add(within);
            prefWidthProperty().bind(list.widthProperty().subtract(BESIDE));
            prefHeightProperty().bind(list.fixedCellSizeProperty());
            setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        }

        @Override
        protected void layoutChildren() {
            within.resizeRelocate(0, 0, getWidth(), getHeight());
        }
    }

    /**
     * @param chosen the names of those that are chosen
     * @param toggle chooses an option, or lets go of it
     */
    OptionCell(ListView<OptionRow> list, Words words,
            ObservableValue<Set<String>> chosen,
            ObservableValue<Boolean> locked,
            Consumer<OptionRow.Choice> toggle) {
        this.words = words;
        this.chosen = chosen;
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        // Long names end in dots; the tooltip has them whole.
        setPrefWidth(0);
        box.setFocusTraversable(false);
        box.setMinWidth(0);
        box.setTooltip(whole);
        box.disableProperty().bind(locked);
        box.setOnAction(event -> {
            if (getItem() instanceof OptionRow.Choice row) {
                toggle.accept(row);
            }
        });
        chosen.subscribe(any -> tick());
        called.getStyleClass().add("option-called");
        // It has what the option's own name leaves of the line.
        called.setMinWidth(0);
        called.setPrefWidth(0);
        called.setMaxWidth(Double.MAX_VALUE);
        called.visibleProperty().bind(called.widthProperty().greaterThan(READABLE));
        HBox.setHgrow(called, Priority.ALWAYS);
        HBox line = new HBox(box, called);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("option-line");
        choice = new Line(list, line);
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        group.setMinWidth(0);
        count.setMinWidth(USE_PREF_SIZE);
        heading = new HBox(group, between, count);
        heading.setAlignment(Pos.CENTER_LEFT);
        heading.maxWidthProperty().bind(list.widthProperty().subtract(BESIDE));
    }

    @Override
    protected void updateItem(OptionRow row, boolean empty) {
        super.updateItem(row, empty);
        boolean isHeading = !empty && row instanceof OptionRow.Heading;
        // Each of these costs a layout, and a key changes most lines.
        if (isDisable() != isHeading) {
            setDisable(isHeading);
            pseudoClassStateChanged(HEADING, isHeading);
        }
        switch (row) {
            case OptionRow.Heading one when !empty -> {
                group.setText(words.get("options.group." + Words.key(one.group())));
                count.setText(words.get("options.group.count", one.chosen(), one.all()));
                setAccessibleText(group.getText() + " " + count.getText());
                show(heading, null);
            }
            case OptionRow.Choice one when !empty -> {
                String name = words.name(one.option());
                box.setText(name);
                called.setText(words.naming().get().beside(one.option(), one.called()));
                whole.setText(Stream.of(name, one.option().prettyName()).distinct()
                        .collect(Collectors.joining("\n")));
                tick();
                show(choice, "option-" + one.option().name());
            }
            case null, default -> {
                setAccessibleText(null);
                box.setId(null);
                // To let go of it and take it again would cost a layout each time.
                if (getGraphic() != null) {
                    getGraphic().setVisible(false);
                }
            }
        }
    }

    private void show(Node line, @Nullable String id) {
        box.setId(id);
        if (getGraphic() != line) {
            setGraphic(line);
        }
        line.setVisible(true);
    }

    private void tick() {
        if (getItem() instanceof OptionRow.Choice(var option, var by)) {
            box.setSelected(chosen.getValue().contains(option.name()));
            setAccessibleText(
                    words.get(box.isSelected() ? "options.taken" : "options.free",
                            words.naming().get().whole(option)));
        }
    }
}
