package app.forecourt.journey;

import app.forecourt.option.CarOption;
import app.forecourt.ui.options.OptionRows;
import java.util.List;
import javafx.scene.control.ListView;

/** The content of the option list, for tests without access to its rows. */
public final class OptionLines {
    private OptionLines() {}

    /** Returns the options in the order of the list. */
    public static List<CarOption> options(ListView<?> list) {
        return list.getItems().stream()
                .filter(OptionRows.Row.Choice.class::isInstance)
                .map(row -> ((OptionRows.Row.Choice) row).option())
                .toList();
    }

    /** Returns the API name of the highlighted option; {@code ""} for a heading. */
    public static String highlighted(ListView<?> list) {
        return list.getSelectionModel().getSelectedItem() instanceof OptionRows.Row.Choice choice
                ? choice.option().name()
                : "";
    }

    /** Returns the headings with the numbers of selected and of all options. */
    public static List<String> headings(ListView<?> list) {
        return list.getItems().stream()
                .filter(OptionRows.Row.Heading.class::isInstance)
                .map(row -> (OptionRows.Row.Heading) row)
                .map(row -> row.group() + " " + row.chosen() + "/" + row.total())
                .toList();
    }
}
