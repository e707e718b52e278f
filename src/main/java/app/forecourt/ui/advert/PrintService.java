package app.forecourt.ui.advert;

import java.util.Optional;
import javafx.scene.layout.Region;
import javafx.stage.Window;

/** A way to paper. */
interface PrintService {
    /** What came of it. */
    enum Outcome {
        /** The printer has it. */
        PRINTED,
        /** She did not want to after all. */
        LEFT,
        /** This computer knows none. */
        NO_PRINTER,
        /** On Linux Java hands pages to a command that this computer lacks. */
        NO_COMMAND,
        /** The system or the printer did not take it. */
        FAILED
    }

    /** What is in the way, if anything is. Blocks while the system looks for printers. */
    Optional<Outcome> obstacle();

    /**
     * Prints a page, after she has chosen where to.
     *
     * @param page as large as the paper, in points
     * @param name what a list of print jobs calls it
     */
    Outcome print(Region page, String name, Window over);
}
