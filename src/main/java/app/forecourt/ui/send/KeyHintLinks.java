package app.forecourt.ui.send;

import app.forecourt.model.AppModel;
import app.forecourt.stock.SendingStatus;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.keys.WindowShortcut;
import app.forecourt.ui.words.Messages;
import java.util.function.Consumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.HBox;

/** Links with two keys that each user should know. A click does what the key does. */
final class KeyHintLinks extends HBox {
    private final Hyperlink keys;
    private final Hyperlink problem;
    private final AppModel model;

    /** @param run action that runs the action of a key */
    KeyHintLinks(AppModel model, Messages messages, Consumer<WindowShortcut> run) {
        this.model = model;
        keys = link("keysLink", "keys.hint", WindowShortcut.KEYS, messages, run);
        problem = link("nextProblem", "keys.hint.problem", WindowShortcut.NEXT_PROBLEM, messages, run);
        setId("keysHint");
        getStyleClass().add("key-hints");
        getChildren().addAll(keys, problem);
    }

    /** Shows the links that fit. The key of the problems is the more important one while there are any. */
    void fit(double room) {
        boolean hasProblems = !model.form().problems().visible().isEmpty()
                && model.cars().current().status().get() == SendingStatus.DRAFT;
        double problemWidth = snapSizeX(problem.prefWidth(-1));
        double both = snapSizeX(keys.prefWidth(-1)) + (hasProblems ? getSpacing() + problemWidth : 0);
        NodeVisibility.set(problem, hasProblems && problemWidth <= room);
        NodeVisibility.set(keys, both <= room);
        NodeVisibility.set(this, keys.isManaged() || problem.isManaged());
    }

    private static Hyperlink link(
            String id, String key, WindowShortcut shortcut, Messages messages, Consumer<WindowShortcut> run) {
        Hyperlink link = new Hyperlink(messages.get(key, shortcut.shortKeyText(messages)));
        link.setId(id);
        link.setMinWidth(USE_PREF_SIZE);
        link.setOnAction(_ -> run.accept(shortcut));
        // The keys themselves are quicker than Tab.
        link.setFocusTraversable(false);
        return link;
    }
}
