package app.forecourt.ui.options;

import app.forecourt.ui.words.Messages;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;

/** A cell of the option list: a group heading, or an option with its check box. */
final class OptionCell extends ListCell<OptionRows.Row> {
    private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");

    private final Messages messages;
    private final ObservableValue<Set<String>> chosen;
    private final OptionRowView line;
    private final CheckBox box;
    private final Tooltip tooltip = new Tooltip();

    /**
     * Creates a cell.
     *
     * @param chosen names of the selected options
     * @param locked true while the car is read-only
     * @param toggle selects or deselects an option
     */
    OptionCell(ListView<OptionRows.Row> list, Messages messages,
            ObservableValue<Set<String>> chosen,
            ObservableValue<Boolean> locked,
            Consumer<OptionRows.Row.Choice> toggle) {
        this.messages = messages;
        this.chosen = chosen;
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        // Long names are truncated with an ellipsis; the tooltip shows the full name.
        setPrefWidth(0);
        line = new OptionRowView(list);
        setGraphic(line);
        box = line.checkBox();
        box.setTooltip(tooltip);
        tooltip.setOnShowing(_ -> tooltip.setText(names()));
        line.disableProperty().bind(locked);
        box.setOnAction(_ -> {
            if (getItem() instanceof OptionRows.Row.Choice row) {
                toggle.accept(row);
            }
        });
        chosen.subscribe(_ -> updateCheckBox());
    }

    @Override
    protected void updateItem(OptionRows.Row row, boolean empty) {
        super.updateItem(row, empty);
        boolean isHeading = !empty && row instanceof OptionRows.Row.Heading;
        // Change only on difference, because each change costs a layout and a typed letter changes most rows.
        if (isDisable() != isHeading) {
            setDisable(isHeading);
            pseudoClassStateChanged(HEADING, isHeading);
        }
        line.setVisible(!empty && row != null);
        switch (row) {
            case OptionRows.Row.Heading heading when !empty -> {
                box.setId(null);
                line.showHeading(messages.get("options.group." + Messages.key(heading.group())),
                        messages.get("options.group.count", heading.chosen(), heading.total()));
            }
            case OptionRows.Row.Choice choice when !empty -> {
                box.setId("option-" + choice.option().name());
                line.showOption(messages.name(choice.option()),
                        messages.optionTranslator().get().secondaryText(choice.option(), choice.synonym()));
                updateCheckBox();
            }
            case null, default -> box.setId(null);
        }
    }

    private void updateCheckBox() {
        if (getItem() instanceof OptionRows.Row.Choice(var option, var by)) {
            box.setSelected(chosen.getValue().contains(option.name()));
            notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        }
    }

    private String names() {
        return getItem() instanceof OptionRows.Row.Choice(var option, var by)
                ? Stream.of(messages.name(option), option.prettyName()).distinct()
                        .collect(Collectors.joining("\n"))
                : "";
    }

    /** Builds the accessible text on request, because most rows are never read out. */
    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT ? accessibleText()
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    private String accessibleText() {
        return switch (getItem()) {
            case OptionRows.Row.Heading _ -> line.fullText();
            case OptionRows.Row.Choice(var option, var by) -> messages.get(
                    chosen.getValue().contains(option.name()) ? "options.taken" : "options.free",
                    messages.optionTranslator().get().fullName(option));
            case null -> "";
        };
    }
}
