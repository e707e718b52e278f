package app.forecourt.ui.stock;

import app.forecourt.ui.words.Messages;
import javafx.animation.PauseTransition;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/**
 * Rows without words, in the place of the list until the cars are read. They appear after a moment, because most lists
 * are read before.
 */
final class StockSkeleton extends VBox {
    private static final Duration MOMENT = Duration.millis(200);
    private static final int ROWS = 6;

    StockSkeleton(Messages messages) {
        getStyleClass().add("stock-skeleton");
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(messages.get("stock.reading"));
        for (int row = 0; row < ROWS; row++) {
            getChildren().add(row());
        }
        // The list counts its placeholder, also a hidden one, when it computes the least height of the window.
        setMinHeight(0);
        setVisible(false);
        PauseTransition pause = new PauseTransition(MOMENT);
        pause.setOnFinished(_ -> setVisible(true));
        pause.play();
    }

    /** Lays out the rows and hides those that have no room. */
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        getChildren().forEach(row -> row.setVisible(row.getBoundsInParent().getMaxY() <= getHeight()));
    }

    private static HBox row() {
        VBox words = new VBox(bone("skeleton-title"), bone("skeleton-detail"), bone("skeleton-detail"));
        words.getStyleClass().add("skeleton-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(bone("car-picture"), words);
        row.getStyleClass().add("stock-line");
        return row;
    }

    private static Region bone(String style) {
        Region bone = new Region();
        bone.getStyleClass().addAll("bone", style);
        return bone;
    }
}
