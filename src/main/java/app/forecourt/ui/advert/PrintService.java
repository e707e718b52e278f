package app.forecourt.ui.advert;

import java.util.Optional;
import javafx.scene.image.Image;
import javafx.stage.Window;

/** Service that prints a page. */
interface PrintService {
    /** Result of printing. */
    enum Outcome {
        /** The page was handed to the printer. */
        PRINTED,
        /** The user cancelled. */
        CANCELLED,
        /** This computer has no printer. */
        NO_PRINTER,
        /** The print command is missing. On Linux Java hands pages to {@code lpr}. */
        NO_COMMAND,
        /** The system or the printer refused the page. */
        FAILED
    }

    /**
     * Returns the reason why printing is impossible, if any. Blocks while the system searches for printers, which may
     * take seconds.
     */
    Optional<Outcome> findObstacle();

    /**
     * Lets the user choose a printer and prints a page.
     *
     * @param page picture of an A4 page
     * @param name name of the print job
     * @param over owner of the dialog
     */
    Outcome print(Image page, String name, Window over);
}
