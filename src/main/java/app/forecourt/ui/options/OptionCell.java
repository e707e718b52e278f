package app.forecourt.ui.options;

import app.forecourt.option.CarOption;
import app.forecourt.ui.fx.LazyTooltip;
import app.forecourt.ui.keys.ConfirmationFilter;
import app.forecourt.ui.options.OptionRows.Fold;
import app.forecourt.ui.options.OptionRows.Row;
import app.forecourt.ui.words.Messages;
import java.util.Optional;
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

/** A cell of the option list: a group heading, or an option with its check box. */
final class OptionCell extends ListCell<Row> {
    private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");
    private static final PseudoClass FOLDABLE = PseudoClass.getPseudoClass("foldable");
    /** Pixels beside the line for padding and scroll bar. */
    private static final double MARGIN = 28;

    private final OptionListView list;
    private final Messages messages;
    /** Bound, because a binding does not keep the cell of replaced views in memory. */
    private final BooleanProperty locked = new SimpleBooleanProperty();

    private final Consumer<CarOption> toggle;
    private final OptionRowView view = new OptionRowView();

    /** Width and height come from the list and not from the content, so that cell and list need no layout. */
    private final Pane line = new Pane(view) {
        @Override
        protected void layoutChildren() {
            view.resizeRelocate(0, 0, getWidth(), getHeight());
        }
    };

    /**
     * Creates a cell.
     *
     * @param locked true while the car is read-only
     * @param toggle called at a click on an option, also of a read-only car
     */
    OptionCell(OptionListView list, Messages messages, ObservableValue<Boolean> locked, Consumer<CarOption> toggle) {
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
        LazyTooltip.install(view.checkBox(), () -> option().map(this::names).orElse(""));
        view.checkBox().setOnAction(_ -> option().ifPresent(toggle));
        ConfirmationFilter.markToggling(this);
        addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> onPressed());
        setOnMouseClicked(click -> {
            if (getItem() instanceof Row.Heading heading
                    && click.getButton() == MouseButton.PRIMARY
                    && heading.fold() != Fold.FIXED) {
                list.toggleFold(heading.group());
            }
        });
        list.chosen().subscribe(_ -> updateCheckBox());
        selectedProperty().subscribe(this::updateHighlight);
        this.locked.subscribe(this::updateLock);
    }

    private Optional<CarOption> option() {
        return getItem() instanceof Row.Choice choice ? Optional.of(choice.option()) : Optional.empty();
    }

    /**
     * Moves the highlight to the option under the mouse, and the focus to the list, so that the next keys act there.
     */
    private void onPressed() {
        option().ifPresent(option -> {
            list.getSelectionModel().select(getIndex());
            list.requestFocus();
            if (locked.get()) {
                // The box of a read-only car is disabled and receives no click.
                toggle.accept(option);
            }
        });
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
        view.setVisible(shown != null);
        switch (shown) {
            case Row.Heading heading -> {
                view.checkBox().setId(null);
                view.showHeading(group(heading).toUpperCase(messages.locale()), count(heading), heading.fold());
            }
            case Row.Choice(var option, var synonym) -> {
                view.checkBox().setId("option-" + option.name());
                view.showOption(
                        messages.name(option), messages.optionTranslator().get().secondaryText(option, synonym));
                updateCheckBox();
            }
            case null -> view.checkBox().setId(null);
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

    private void updateCheckBox() {
        option().ifPresent(option -> {
            view.checkBox().setSelected(isChosen(option));
            notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        });
    }

    private boolean isChosen(CarOption option) {
        return list.chosen().get().contains(option.name());
    }

    /** A group of a read-only car still folds. */
    private void updateLock() {
        view.setDisable(locked.get() && option().isPresent());
    }

    private void updateHighlight() {
        boolean isHighlighted = isSelected() && getItem() != null;
        view.setHighlighted(isHighlighted);
        if (isHighlighted) {
            notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        }
    }

    private String names(CarOption option) {
        return Stream.of(messages.name(option), option.prettyName()).distinct().collect(Collectors.joining("\n"));
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
            case Row.Choice(var option, var _) ->
                messages.get(
                        isChosen(option) ? "options.taken" : "options.free",
                        messages.optionTranslator().get().fullName(option));
            case null -> "";
        };
    }
}
