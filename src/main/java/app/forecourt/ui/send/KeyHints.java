package app.forecourt.ui.send;

import app.forecourt.car.Problem;
import app.forecourt.model.AppModel;
import app.forecourt.stock.ListingStatus;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.keys.WindowShortcut;
import app.forecourt.ui.words.Messages;
import java.util.function.Consumer;
import javafx.collections.ObservableList;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.HBox;

/** Links with two keys that each user should know. A click does what the key does. */
final class KeyHints extends HBox {
    /** @param run action that runs the action of a key */
    KeyHints(AppModel model, Messages messages, Consumer<WindowShortcut> run) {
        Hyperlink keys = link("keysLink", "keys.hint", WindowShortcut.KEYS, messages, run);
        Hyperlink problem = link("nextProblem", "keys.hint.problem", WindowShortcut.NEXT_PROBLEM, messages,
                run);
        setId("keysHint");
        getStyleClass().add("key-hints");
        getChildren().addAll(keys, problem);
        ObservableList<Problem> problems = model.form().problems().visible();
        Runnable refresh = () -> NodeVisibility.set(problem, !problems.isEmpty()
                && model.cars().current().status().get() == ListingStatus.DRAFT);
        messages.listenerScope().listen(problems, _ -> refresh.run());
        messages.listenerScope().listen(model.cars().current().status(), _ -> refresh.run());
    }

    private static Hyperlink link(String id, String key, WindowShortcut shortcut, Messages messages,
            Consumer<WindowShortcut> run) {
        Hyperlink link = new Hyperlink(messages.get(key, shortcut.shortKeyText(messages)));
        link.setId(id);
        link.setMinWidth(USE_PREF_SIZE);
        link.setOnAction(_ -> run.accept(shortcut));
        // The keys themselves are quicker than Tab.
        link.setFocusTraversable(false);
        return link;
    }
}
