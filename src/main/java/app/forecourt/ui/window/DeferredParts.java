package app.forecourt.ui.window;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import javafx.scene.Parent;

/** Steps that create the parts missing in the first frame of the window. Each runs once, in the order of the list. */
final class DeferredParts {
    private final Queue<Runnable> missing = new ArrayDeque<>();

    void add(List<Runnable> steps) {
        missing.addAll(steps);
    }

    /** Returns as many tasks as there are missing parts. Each creates the next part, unless it exists by then. */
    List<Runnable> tasks() {
        return Collections.nCopies(missing.size(), this::addNext);
    }

    private void addNext() {
        Runnable part = missing.poll();
        if (part != null) {
            part.run();
        }
    }

    /** Creates all parts that are still missing, with their skins, because a control without skin ignores keys. */
    void createMissing(Parent root) {
        if (!missing.isEmpty()) {
            tasks().forEach(Runnable::run);
            root.applyCss();
            root.layout();
        }
    }
}
