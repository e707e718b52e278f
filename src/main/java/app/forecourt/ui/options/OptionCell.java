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

/** A line of the option list: a heading, or an option with its box. */
final class OptionCell extends ListCell<OptionRow> {
    private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");

    private final Messages words;
    private final ObservableValue<Set<String>> chosen;
    private final OptionLine line;
    private final CheckBox box;
    private final Tooltip whole = new Tooltip();

    /**
     * @param chosen the names of those that are chosen
     * @param toggle chooses an option, or lets go of it
     */
    OptionCell(ListView<OptionRow> list, Messages words,
            ObservableValue<Set<String>> chosen,
            ObservableValue<Boolean> locked,
            Consumer<OptionRow.Choice> toggle) {
        this.words = words;
        this.chosen = chosen;
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        // Long names end in dots; the tooltip has them whole.
        setPrefWidth(0);
        line = new OptionLine(list);
        setGraphic(line);
        box = line.box();
        box.setTooltip(whole);
        whole.setOnShowing(event -> whole.setText(names()));
        line.disableProperty().bind(locked);
        box.setOnAction(event -> {
            if (getItem() instanceof OptionRow.Choice row) {
                toggle.accept(row);
            }
        });
        chosen.subscribe(any -> tick());
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
        line.setVisible(!empty && row != null);
        switch (row) {
            case OptionRow.Heading one when !empty -> {
                box.setId(null);
                line.heading(words.get("options.group." + Messages.key(one.group())),
                        words.get("options.group.count", one.chosen(), one.all()));
            }
            case OptionRow.Choice one when !empty -> {
                box.setId("option-" + one.option().name());
                line.option(words.name(one.option()),
                        words.naming().get().originalName(one.option(), one.called()));
                tick();
            }
            case null, default -> box.setId(null);
        }
    }

    private void tick() {
        if (getItem() instanceof OptionRow.Choice(var option, var by)) {
            box.setSelected(chosen.getValue().contains(option.name()));
            notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        }
    }

    private String names() {
        return getItem() instanceof OptionRow.Choice(var option, var by)
                ? Stream.of(words.name(option), option.prettyName()).distinct()
                        .collect(Collectors.joining("\n"))
                : "";
    }

    /** What is read out is put together when it is: of most lines it never is. */
    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT ? spoken()
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    private String spoken() {
        return switch (getItem()) {
            case OptionRow.Heading heads -> line.said();
            case OptionRow.Choice(var option, var by) -> words.get(
                    chosen.getValue().contains(option.name()) ? "options.taken" : "options.free",
                    words.naming().get().whole(option));
            case null -> "";
        };
    }
}
