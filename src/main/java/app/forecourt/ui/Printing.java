package app.forecourt.ui;

import javafx.scene.layout.Region;
import javafx.stage.Window;

/** A way to paper. */
public interface Printing {
    /** What came of it. */
    enum Outcome {
        /** The printer has it. */
        PRINTED,
        /** She did not want to after all. */
        LEFT,
        /** This computer knows none. */
        NO_PRINTER,
        /** The system or the printer did not take it. */
        FAILED
    }

    /** Whether there is any. Blocks while the system looks for them. */
    boolean isPossible();

    /**
     * Prints a page, after she has chosen where to.
     *
     * @param page as large as the paper, in points
     */
    Outcome print(Region page, Window over);
}
