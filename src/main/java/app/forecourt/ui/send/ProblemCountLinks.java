package app.forecourt.ui.send;

import app.forecourt.car.Problem;
import app.forecourt.model.AppModel;
import app.forecourt.stock.SendingStatus;
import app.forecourt.ui.fx.ListenerScope;
import app.forecourt.ui.fx.LiveRegion;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.fx.TypedTextFocusKeeper;
import app.forecourt.ui.words.Messages;
import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.HBox;

/** Two links with the numbers of errors and of warnings. Each leads to its first problem in the form. */
final class ProblemCountLinks extends HBox {
    private final AppModel model;
    private final Messages messages;
    private final Hyperlink errors;
    private final Hyperlink warnings;

    /** @param jump action that moves the focus to an error for true, or to a warning for false */
    ProblemCountLinks(AppModel model, Messages messages, Consumer<Boolean> jump) {
        this.model = model;
        this.messages = messages;
        errors = link("errorCount", () -> jump.accept(true));
        errors.pseudoClassStateChanged(Styles.STATE_DANGER, true);
        warnings = link("warningCount", () -> jump.accept(false));
        setId("problemLinks");
        getStyleClass().add("problem-links");
        getChildren().addAll(errors, warnings);
        setMinWidth(USE_PREF_SIZE);
        ListenerScope listening = messages.listenerScope();
        listening.listen(model.form().problems().visible(), _ -> refresh());
        listening.listen(model.cars().current().status(), _ -> refresh());
    }

    private Hyperlink link(String id, Runnable action) {
        Hyperlink link = new Hyperlink();
        link.setId(id);
        link.setMinWidth(USE_PREF_SIZE);
        link.setAccessibleHelp(messages.get("problems.count.jump"));
        link.setOnAction(_ -> action.run());
        TypedTextFocusKeeper.keepOnClick(link);
        LiveRegion.announceChanges(link);
        return link;
    }

    private void refresh() {
        List<Problem> problems = model.form().problems().visible();
        long errorCount =
                problems.stream().filter(problem -> problem.code().isError()).count();
        show(errors, "problems.count.fix", errorCount);
        show(warnings, "problems.count.look", problems.size() - errorCount);
        NodeVisibility.set(
                this, !problems.isEmpty() && model.cars().current().status().get() == SendingStatus.DRAFT);
    }

    private void show(Hyperlink link, String key, long count) {
        NodeVisibility.set(link, count > 0);
        link.setText(messages.get(key, count));
    }
}
