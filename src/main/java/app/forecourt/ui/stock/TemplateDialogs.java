package app.forecourt.ui.stock;

import app.forecourt.car.CarDraft;
import app.forecourt.model.cars.CarsModel;
import app.forecourt.stock.Template;
import app.forecourt.ui.dialog.ContentSheets;
import app.forecourt.ui.dialog.WindowDialogs;
import app.forecourt.ui.fx.LabelClick;
import app.forecourt.ui.fx.LiveRegion;
import app.forecourt.ui.fx.TextLengthLimit;
import app.forecourt.ui.words.Messages;
import java.util.Optional;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** Dialogs of templates. One asks for the name of a template, one lets the user choose a template for a new car. */
public final class TemplateDialogs {
    /** Most characters of a name. */
    private static final int LONGEST = 100;
    /** Width in pixels. */
    private static final double WIDTH = 640;

    private static final double HEIGHT = 540;
    private static final double NOTE = 440;

    private final CarsModel cars;
    private final WindowDialogs dialogs;
    private final Messages messages;

    public TemplateDialogs(CarsModel cars, WindowDialogs dialogs, Messages messages) {
        this.cars = cars;
        this.dialogs = dialogs;
        this.messages = messages;
    }

    /** Saves the car in the form as a template with a name that the user enters. Does nothing if the form is empty. */
    public void saveTemplate() {
        if (!cars.current().isUntouched()) {
            CarDraft car = cars.current().draft();
            String suggestion = cars.templates().carName(car);
            askName(
                            dialogs.createDialog("template.save"),
                            "template.save.yes",
                            suggestion.substring(0, Math.min(LONGEST, suggestion.length())),
                            name -> messages.get(
                                    cars.templates().findByName(name).isPresent()
                                            ? "template.replaces"
                                            : "template.without"))
                    .ifPresent(name -> cars.templates().save(name, car));
        }
    }

    private void rename(Template template, Window over) {
        Dialog<ButtonType> dialog = dialogs.createDialog("template.rename");
        dialog.initOwner(over);
        askName(
                        dialog,
                        "template.rename.yes",
                        template.name(),
                        name -> isNameTaken(template, name) ? messages.get("template.taken") : "")
                .ifPresent(name -> cars.templates().rename(template, name));
    }

    private boolean isNameTaken(Template template, String name) {
        return cars.templates()
                .findByName(name)
                .filter(namesake -> !namesake.id().equals(template.id()))
                .isPresent();
    }

    /**
     * Asks for a name.
     *
     * @param note function from the typed name to the note below it
     * @return the name, or empty if the user cancelled
     */
    private Optional<String> askName(
            Dialog<ButtonType> dialog, String yesKey, String oldName, Function<String, String> note) {
        TextField name = new TextField(oldName);
        name.setId("templateName");
        TextLengthLimit.install(name, LONGEST, name::getText, _ -> {});
        Label label = new Label(messages.get("template.name"));
        label.getStyleClass().add("field-label");
        LabelClick.install(label, name);
        Label noteLabel = LiveRegion.label("templateNote", "hint");
        noteLabel.setPrefWidth(NOTE);
        name.textProperty().subscribe(text -> {
            noteLabel.setText(note.apply(text));
            name.setAccessibleHelp(noteLabel.getText());
        });
        VBox content = new VBox(label, name, noteLabel);
        content.getStyleClass().add("dialog-content");
        dialog.getDialogPane().setContent(content);
        ContentSheets.closeOnEscape(dialog, content);
        ButtonType save = dialogs.addButtons(dialog.getDialogPane(), messages.get(yesKey));
        dialog.getDialogPane()
                .lookupButton(save)
                .disableProperty()
                .bind(name.textProperty().map(String::isBlank));
        // Runs later, because the dialog itself first moves the focus to its button.
        dialog.setOnShown(_ -> Platform.runLater(() -> {
            name.requestFocus();
            name.selectAll();
        }));
        return dialog.showAndWait()
                .filter(save::equals)
                .map(_ -> name.getText())
                .map(text -> text.substring(0, Math.min(LONGEST, text.length())));
    }

    /**
     * Lets the user choose a template and creates a new car from it.
     *
     * @return false if the user cancelled
     */
    public boolean newCarFromTemplate() {
        Dialog<ButtonType> dialog = dialogs.createDialog("templates.title");
        ButtonType yes = dialogs.addButtons(dialog.getDialogPane(), messages.get("templates.yes"));
        Node button = dialog.getDialogPane().lookupButton(yes);
        var pane = new TemplatesPane(
                cars.templates(),
                messages,
                _ -> dialog.setResult(yes),
                template -> rename(template, dialog.getDialogPane().getScene().getWindow()));
        dialog.getDialogPane().setContent(pane);
        button.setId("beginTemplate");
        button.disableProperty().bind(pane.selectedTemplate().isNull());
        ContentSheets.closeOnEscape(dialog, pane);
        ContentSheets.setSize(dialog, WIDTH, HEIGHT);
        dialog.setOnShown(_ -> Platform.runLater(pane.searchField()::requestFocus));
        Optional<Template> chosen = dialog.showAndWait()
                .filter(yes::equals)
                .flatMap(_ -> Optional.ofNullable(pane.selectedTemplate().get()));
        pane.close();
        chosen.ifPresent(cars::newCarFromTemplate);
        return chosen.isPresent();
    }
}
