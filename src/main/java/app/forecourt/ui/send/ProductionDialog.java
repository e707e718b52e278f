package app.forecourt.ui.send;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.Problem;
import app.forecourt.car.check.CarValidator;
import app.forecourt.model.AppModel;
import app.forecourt.settings.Profile;
import app.forecourt.ui.dialog.WindowDialogs;
import app.forecourt.ui.fx.Icons;
import app.forecourt.ui.words.Messages;
import app.forecourt.ui.words.ProblemMessages;
import atlantafx.base.theme.Styles;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Question before the first submission to production in a run of the program, in the colour of production. */
final class ProductionDialog {
    private ProductionDialog() {}

    /**
     * Asks the user. Names the car, its price and dealership, and what the advert lacks.
     *
     * @return true if the user agrees
     */
    static boolean ask(AppModel model, WindowDialogs dialogs, Messages messages) {
        Label text = plain(text(model, messages));
        VBox warnings = new VBox();
        warnings.getStyleClass().add("question-warnings");
        ProblemMessages problems = new ProblemMessages(messages);
        for (Problem warning : model.sendWorkflow().missingContent()) {
            Label line = new Label(problems.text(warning), Icons.ofProblem(false));
            line.getStyleClass().add("note");
            line.pseudoClassStateChanged(Styles.STATE_WARNING, true);
            warnings.getChildren().add(line);
        }
        Label once = plain(messages.get("send.ask.once"));
        once.getStyleClass().add("hint");
        VBox content = warnings.getChildren().isEmpty() ? new VBox(text, once) : new VBox(text, warnings, once);
        content.getStyleClass().add("dialog-content");
        return dialogs.ask(
                "send.ask.title",
                List.of("profile-" + Profile.PRODUCTION.key()),
                content,
                "send.ask.yes",
                "send.ask.no");
    }

    private static String text(AppModel model, Messages messages) {
        CarDraft draft = model.form().draft().get();
        String price = amount(model)
                        .map(messages::value)
                        .orElseGet(() -> draft.text(CarField.SALES_PRICE).strip()) + " "
                + draft.text(CarField.CURRENCY).strip();
        String dealershipAndId = Stream.concat(
                        model.form().dealership().stream(),
                        Stream.of(draft.text(CarField.DEALERSHIP_ID).strip()))
                .collect(Collectors.joining(" · "));
        return messages.get("send.ask.text", model.cars().names().name(draft::text), price.strip(), dealershipAndId);
    }

    /** Returns the sales price if the car is valid. */
    private static Optional<BigDecimal> amount(AppModel model) {
        return model.form().problems().result() instanceof CarValidator.Result.Valid(var car, var warnings)
                ? car.value(CarField.SALES_PRICE).map(BigDecimal.class::cast)
                : Optional.empty();
    }

    /** Returns a paragraph without the padding of a whole content. */
    private static Label plain(String text) {
        Label label = WindowDialogs.paragraph(text);
        label.getStyleClass().remove("dialog-content");
        return label;
    }
}
