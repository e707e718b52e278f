package app.forecourt.ui.window;

import app.forecourt.ui.fx.NodeTree;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** The parts of the window in the order in which a key moves the focus through them. */
record PartCycle(List<Part> parts) {
    /** Part of the window and the action that moves the focus into it. */
    record Part(Node area, Runnable enter) {}

    /**
     * Moves the focus to another part. From a place in none of them it goes to the first.
     *
     * @param step 1 for the next part, -1 for the one before
     */
    void move(@Nullable Node focused, int step) {
        int current = IntStream.range(0, parts.size())
                .filter(index -> NodeTree.isWithin(parts.get(index).area(), focused))
                .findFirst()
                .orElse(-step);
        parts.get(Math.floorMod(current + step, parts.size())).enter().run();
    }
}
