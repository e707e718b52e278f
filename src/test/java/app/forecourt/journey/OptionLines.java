package app.forecourt.journey;

import app.forecourt.option.CarOption;
import app.forecourt.ui.options.OptionRow;
import java.util.List;
import javafx.scene.control.ListView;

/** What stands in the option list, for journeys that know no rows. */
public final class OptionLines {
    private OptionLines() {}

    /** The options in the order in which they stand there. */
    public static List<CarOption> options(ListView<?> list) {
        return list.getItems().stream().filter(OptionRow.Choice.class::isInstance)
                .map(row -> ((OptionRow.Choice) row).option()).toList();
    }

    /** The API name of the option that Enter would choose; none is {@code ""}. */
    public static String marked(ListView<?> list) {
        return list.getSelectionModel().getSelectedItem() instanceof OptionRow.Choice choice
                ? choice.option().name()
                : "";
    }

    /** The groups above them, with how many are chosen. */
    public static List<String> groups(ListView<?> list) {
        return list.getItems().stream().filter(OptionRow.Heading.class::isInstance)
                .map(row -> (OptionRow.Heading) row)
                .map(row -> row.group() + " " + row.chosen() + "/" + row.all()).toList();
    }
}
