package app.forecourt.ui.options;

import app.forecourt.ui.fx.LazyTooltip;
import app.forecourt.ui.keys.ConfirmationFilter;
import app.forecourt.ui.options.OptionRows.Fold;
import app.forecourt.ui.options.OptionRows.Row;
import app.forecourt.ui.words.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;

/** A cell of the option list: a group heading, or the options of a row with their check boxes. */
final class OptionCell extends ListCell<Row> {
    private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");
    private static final PseudoClass FOLDABLE = PseudoClass.getPseudoClass("foldable");
    /** Pixels beside the line for padding and scroll bar. */
    private static final double MARGIN = 28;
    /** Pixels between two options. */
    private static final double GAP = 20;

    private final OptionListView list;
    private final Messages messages;
    /** Bound, because a binding does not keep the cell of replaced views in memory. */
    private final BooleanProperty locked = new SimpleBooleanProperty();

    private final Consumer<Row.Choice> toggle;
    /** The views of the columns. A list with one column never creates the second. */
    private final List<OptionRowView> views = new ArrayList<>();
    /** Width and height come from the list and not from the content, so that cell and list need no layout. */
    private final Pane line = new Pane() {
        @Override
        protected void layoutChildren() {
            double width = (getWidth() - GAP * (columns - 1)) / columns;
            for (int column = 0; column < views.size(); column++) {
                views.get(column).resizeRelocate(snapPositionX(column * (width + GAP)), 0, width, getHeight());
            }
        }
    };

    private int columns = 1;

    /**
     * Creates a cell.
     *
     * @param locked true while the car is read-only
     * @param toggle called at a click on an option, also of a read-only car
     */
    OptionCell(OptionListView list, Messages messages, ObservableValue<Boolean> locked, Consumer<Row.Choice> toggle) {
        this.list = list;
        this.messages = messages;
        this.locked.bind(locked);
        this.toggle = toggle;
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        // Long names are truncated with an ellipsis; the tooltip shows the full name.
        setPrefWidth(0);
        line.prefWidthProperty().bind(list.widthProperty().subtract(MARGIN));
        line.prefHeightProperty().bind(list.fixedCellSizeProperty());
        line.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setGraphic(line);
        addView();
        ConfirmationFilter.markToggling(this);
        addEventFilter(MouseEvent.MOUSE_PRESSED, this::onPressed);
        setOnMouseClicked(click -> {
            if (getItem() instanceof Row.Heading heading
                    && click.getButton() == MouseButton.PRIMARY
                    && heading.fold() != Fold.FIXED) {
                list.toggleFold(heading.group());
            }
        });
        list.chosen().subscribe(_ -> updateCheckBoxes());
        list.column().subscribe(this::updateHighlight);
        selectedProperty().subscribe(this::updateHighlight);
        this.locked.subscribe(this::updateLock);
    }

    private void addView() {
        int column = views.size();
        OptionRowView view = new OptionRowView();
        LazyTooltip.install(view.checkBox(), () -> names(column));
        view.checkBox().setOnAction(_ -> toggle.accept(choices().get(column)));
        views.add(view);
        line.getChildren().add(view);
    }

    private List<Row.Choice> choices() {
        return getItem() == null ? List.of() : getItem().choices();
    }

    /**
     * Moves the highlight to the option under the mouse, and the focus to the list, so that the next keys act there.
     */
    private void onPressed(MouseEvent press) {
        int pressed = (int) (line.sceneToLocal(press.getSceneX(), 0).getX() / line.getWidth() * columns);
        if (!choices().isEmpty()) {
            list.highlight(getIndex(), Math.clamp(pressed, 0, choices().size() - 1));
            list.requestFocus();
            if (locked.get()) {
                // The box of a read-only car is disabled and receives no click.
                toggle.accept(choices().get(Math.clamp(pressed, 0, choices().size() - 1)));
            }
        }
    }

    @Override
    protected void updateItem(Row row, boolean empty) {
        super.updateItem(row, empty);
        Row shown = empty ? null : row;
        boolean isHeading = shown instanceof Row.Heading;
        pseudoClassStateChanged(FOLDABLE, shown instanceof Row.Heading heading && heading.fold() != Fold.FIXED);
        // Change only on difference, because each change costs a layout and a typed letter changes most rows.
        if (getPseudoClassStates().contains(HEADING) != isHeading) {
            pseudoClassStateChanged(HEADING, isHeading);
        }
        int count = isHeading ? 1 : shown == null ? 0 : shown.choices().size();
        while (views.size() < count) {
            addView();
        }
        for (int column = 0; column < views.size(); column++) {
            views.get(column).setVisible(column < count);
            if (isHeading || column >= count) {
                views.get(column).checkBox().setId(null);
            }
        }
        if (shown instanceof Row.Heading heading) {
            views.getFirst().showHeading(group(heading).toUpperCase(messages.locale()), count(heading), heading.fold());
        } else if (shown != null) {
            for (int column = 0; column < count; column++) {
                show(views.get(column), shown.choices().get(column));
            }
            updateCheckBoxes();
        }
        int newColumns = isHeading ? 1 : list.columns();
        if (newColumns != columns) {
            columns = newColumns;
            line.requestLayout();
        }
        updateLock();
        updateHighlight();
    }

    private String group(Row.Heading heading) {
        return messages.get("options.group." + Messages.key(heading.group()));
    }

    private String count(Row.Heading heading) {
        return messages.get("options.group.count", heading.chosen(), heading.total());
    }

    private void show(OptionRowView view, Row.Choice choice) {
        view.checkBox().setId("option-" + choice.option().name());
        view.showOption(
                messages.name(choice.option()),
                messages.optionTranslator().get().secondaryText(choice.option(), choice.synonym()));
    }

    private void updateCheckBoxes() {
        List<Row.Choice> choices = choices();
        for (int column = 0; column < choices.size(); column++) {
            views.get(column).checkBox().setSelected(isChosen(choices.get(column)));
        }
        if (!choices.isEmpty()) {
            notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        }
    }

    private boolean isChosen(Row.Choice choice) {
        return list.chosen().get().contains(choice.option().name());
    }

    /** A group of a read-only car still folds. */
    private void updateLock() {
        boolean isLocked = locked.get() && !choices().isEmpty();
        views.forEach(view -> view.setDisable(isLocked));
    }

    private void updateHighlight() {
        int highlighted = isSelected() && getItem() != null ? list.highlightedColumn(getItem()) : -1;
        for (int column = 0; column < views.size(); column++) {
            views.get(column).setHighlighted(column == highlighted);
        }
        if (highlighted >= 0) {
            notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        }
    }

    private String names(int column) {
        return choices().stream()
                .skip(column)
                .limit(1)
                .map(Row.Choice::option)
                .flatMap(option -> Stream.of(messages.name(option), option.prettyName()))
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    /** Builds the accessible text on request, because most rows are never read out. */
    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT
                ? accessibleText()
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    private String accessibleText() {
        return switch (getItem()) {
            case Row.Heading heading -> {
                String text = group(heading) + " " + count(heading);
                yield switch (heading.fold()) {
                    case OPEN -> messages.get("options.group.open", text);
                    case FOLDED -> messages.get("options.group.folded", text);
                    case FIXED -> text;
                };
            }
            case Row.Options row -> {
                Row.Choice choice = row.choices().get(list.highlightedColumn(row));
                yield messages.get(
                        isChosen(choice) ? "options.taken" : "options.free",
                        messages.optionTranslator().get().fullName(choice.option()));
            }
            case null -> "";
        };
    }
}
