package app.forecourt.ui.send;

import app.forecourt.settings.Profile;
import app.forecourt.ui.dialog.Dialogs;
import app.forecourt.ui.fx.Icons;
import app.forecourt.ui.words.Messages;
import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Question before the first submission to production in a run of the program, in the colour of production. */
final class ProductionQuestion {
    private ProductionQuestion() {}

    /**
     * Asks the user.
     *
     * @param text what is sent
     * @param lacks warnings about what the advert lacks
     * @return true if the user agrees
     */
    static boolean ask(Dialogs dialogs, Messages messages, String text, List<String> lacks) {
        VBox warnings = new VBox();
        warnings.getStyleClass().add("question-warnings");
        for (String warning : lacks) {
            Label line = new Label(warning, Icons.ofProblem(false));
            line.getStyleClass().add("note");
            line.pseudoClassStateChanged(Styles.STATE_WARNING, true);
            warnings.getChildren().add(line);
        }
        Label once = plain(messages.get("send.ask.once"));
        once.getStyleClass().add("hint");
        VBox content = lacks.isEmpty() ? new VBox(plain(text), once) : new VBox(plain(text), warnings, once);
        content.getStyleClass().add("dialog-content");
        return dialogs.ask(
                "send.ask.title",
                List.of("profile-" + Profile.PRODUCTION.key()),
                content,
                "send.ask.yes",
                "send.ask.no");
    }

    /** Returns a paragraph without the padding of a whole content. */
    private static Label plain(String text) {
        Label label = Dialogs.paragraph(text);
        label.getStyleClass().remove("dialog-content");
        return label;
    }
}
