package app.forecourt.ui.stock;

import app.forecourt.car.CarDraft;
import app.forecourt.model.cars.CarsModel;
import app.forecourt.model.stock.Templates;
import app.forecourt.stock.Template;
import app.forecourt.ui.dialog.Dialogs;
import app.forecourt.ui.dialog.TextDialogs;
import app.forecourt.ui.fx.LabelClick;
import app.forecourt.ui.fx.LiveRegion;
import app.forecourt.ui.fx.PasteLimit;
import app.forecourt.ui.fx.TextWrap;
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

/** Asks what a template is to be called, and which one a car is to begin from. */
public final class TemplateDialogs {
    /** Characters of a name. */
    private static final int LONGEST = 100;
    /** Pixels. */
    private static final double WIDTH = 640;
    private static final double HEIGHT = 540;
    private static final double NOTE = 440;

    private final CarsModel cars;
    private final Dialogs dialogs;
    private final Messages words;

    public TemplateDialogs(CarsModel cars, Dialogs dialogs, Messages words) {
        this.cars = cars;
        this.dialogs = dialogs;
        this.words = words;
    }

    /** Keeps the car in the form as a template, if there is one and she names it. */
    public void save() {
        if (!cars.current().untouched()) {
            CarDraft car = cars.current().draft();
            String called = Templates.called(car);
            name(dialogs.dialog("template.save"), "template.save.yes",
                    called.substring(0, Math.min(LONGEST, called.length())),
                    name -> words.get(cars.templates().named(name).isPresent() ? "template.replaces"
                            : "template.without"))
                    .ifPresent(name -> cars.templates().save(name, car));
        }
    }

    private void rename(Template template, Window over) {
        Dialog<ButtonType> dialog = dialogs.dialog("template.rename");
        dialog.initOwner(over);
        name(dialog, "template.rename.yes", template.name(),
                name -> another(template, name) ? words.get("template.taken")
                        : "")
                .ifPresent(name -> cars.templates().rename(template, name));
    }

    private boolean another(Template template, String name) {
        return cars.templates().named(name).filter(other -> !other.id().equals(template.id())).isPresent();
    }

    /** @param note what there is to say of a name while it is typed */
    private Optional<String> name(Dialog<ButtonType> dialog, String yes, String before,
            Function<String, String> note) {
        TextField name = new TextField(before);
        name.setId("templateName");
        PasteLimit.install(name, LONGEST, name::getText, length -> {});
        Label label = new Label(words.get("template.name"));
        label.getStyleClass().add("field-label");
        LabelClick.leadsTo(label, name);
        Label said = new Label();
        said.setId("templateNote");
        said.getStyleClass().add("hint");
        TextWrap.enable(said);
        LiveRegion.follow(said);
        said.setPrefWidth(NOTE);
        name.textProperty().subscribe(text -> {
            said.setText(note.apply(text));
            name.setAccessibleHelp(said.getText());
        });
        VBox content = new VBox(label, name, said);
        content.getStyleClass().add("dialog-content");
        dialog.getDialogPane().setContent(content);
        TextDialogs.closeOnEscape(dialog, content);
        ButtonType save = dialogs.buttons(dialog, words.get(yes));
        dialog.getDialogPane().lookupButton(save).disableProperty()
                .bind(name.textProperty().map(String::isBlank));
        // After the dialog's own choice, which is its button.
        dialog.setOnShown(event -> Platform.runLater(() -> {
            name.requestFocus();
            name.selectAll();
        }));
        return dialog.showAndWait().filter(save::equals).map(any -> name.getText())
                .map(text -> text.substring(0, Math.min(LONGEST, text.length())));
    }

    /** Has a car begun from a template that she chooses. */
    public boolean begin() {
        Dialog<ButtonType> dialog = dialogs.dialog("templates.title");
        ButtonType yes = dialogs.buttons(dialog, words.get("templates.yes"));
        Node button = dialog.getDialogPane().lookupButton(yes);
        var pane = new TemplatesPane(cars.templates(), words,
                template -> dialog.setResult(yes),
                template -> rename(template, dialog.getDialogPane().getScene().getWindow()));
        dialog.getDialogPane().setContent(pane);
        button.setId("beginTemplate");
        button.disableProperty().bind(pane.chosen().isNull());
        TextDialogs.closeOnEscape(dialog, pane);
        TextDialogs.place(dialog, WIDTH, HEIGHT);
        dialog.setOnShown(event -> Platform.runLater(pane.search()::requestFocus));
        Optional<Template> chosen = dialog.showAndWait().filter(yes::equals)
                .flatMap(any -> Optional.ofNullable(pane.chosen().get()));
        pane.close();
        chosen.ifPresent(cars::begin);
        return chosen.isPresent();
    }
}
