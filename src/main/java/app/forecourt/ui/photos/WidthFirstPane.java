package app.forecourt.ui.photos;

import javafx.geometry.Orientation;
import javafx.scene.layout.StackPane;

/** Pane that takes any width, and whose height follows from its width. */
abstract class WidthFirstPane extends StackPane {
    abstract double heightFor(double width);

    @Override
    public final Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected final double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected final double computePrefWidth(double height) {
        return 0;
    }

    @Override
    protected final double computeMinHeight(double width) {
        return heightFor(width);
    }

    @Override
    protected final double computePrefHeight(double width) {
        return heightFor(width);
    }
}
