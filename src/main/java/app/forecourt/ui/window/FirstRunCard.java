package app.forecourt.ui.window;

import app.forecourt.car.CarField;
import app.forecourt.model.AppModel;
import app.forecourt.model.cars.PlateLookupModel;
import app.forecourt.settings.Profile;
import app.forecourt.ui.form.FormPane;
import app.forecourt.ui.fx.Icons;
import app.forecourt.ui.fx.ListenerScope;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.words.Messages;
import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.feather.Feather;

/**
 * Card below the empty form with three ways to begin. It is visible only while there is no car at all. Its place is
 * below the form, because the fields must not move when it disappears.
 */
final class FirstRunCard extends FlowPane {
    /** A plate that the register of Practice knows. */
    private static final String PLATE = "R-759-BK";

    private final AppModel model;
    private final FormPane form;
    private final PlateLookupModel lookUp;
    private final Button connect;

    /**
     * Creates the card.
     *
     * @param openConnection opens the settings of the connection, and returns when they are closed
     */
    FirstRunCard(WindowContext context, FormPane form, PlateLookupModel lookUp, Runnable openConnection) {
        Messages messages = context.messages();
        this.model = context.model();
        this.form = form;
        this.lookUp = lookUp;
        setId("firstRun");
        getStyleClass().add("first-run");
        Label title = new Label(messages.get("first.title"));
        title.getStyleClass().add("card-title");
        Button example = button("firstTry", messages.get("first.try", PLATE), this::tryExample);
        example.setGraphic(Icons.of(Feather.PLAY));
        example.getStyleClass().add(Styles.ACCENT);
        connect = button("firstConnect", messages.get("first.connect"), () -> {
            openConnection.run();
            refresh();
            if (model.profileModel().hasCredentials()) {
                form.jumpTo(CarField.LICENSE_PLATE);
            }
        });
        Button importCars = button(
                "firstImport",
                messages.get("first.import"),
                context.importExport().importer()::importFile);
        getChildren().addAll(title, example, importCars, connect);
        setMinHeight(USE_PREF_SIZE);
        ListenerScope listening = messages.listenerScope();
        listening.listen(model.profile(), profile -> NodeVisibility.set(example, profile == Profile.PRACTICE));
        listening.listen(model.profileModel().connection(), _ -> refresh());
        listening.listen(model.cars().stock().filled(), _ -> refresh());
        listening.listen(model.cars().stock().groups(), _ -> refresh());
        listening.listen(model.cars().current().car(), _ -> refresh());
        listening.listen(model.form().draft(), _ -> refresh());
        listening.listen(form.vvalueProperty(), _ -> releaseSpace());
    }

    private static Button button(String id, String text, Runnable action) {
        Button button = new Button(text);
        button.setId(id);
        button.getStyleClass().add(Styles.SMALL);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void refresh() {
        boolean isFirst = model.cars().stock().filled().get()
                && model.cars().stock().isEmpty()
                && model.cars().current().isUntouched();
        boolean hadFocus = isFocusWithin();
        NodeVisibility.set(connect, !model.profileModel().hasCredentials());
        setVisible(isFirst);
        if (isFirst) {
            setManaged(true);
        } else if (form.getVvalue() == 0) {
            releaseSpace();
        }
        if (hadFocus && !isFirst) {
            form.jumpTo(CarField.LICENSE_PLATE);
        }
    }

    /**
     * Gives the space to the form. A form that is not at its top would move under the user, so it waits for a scroll.
     */
    private void releaseSpace() {
        if (!isVisible()) {
            setManaged(false);
        }
    }

    /** Types the plate of the example and looks it up. */
    private void tryExample() {
        form.jumpTo(CarField.LICENSE_PLATE);
        model.form().type(CarField.LICENSE_PLATE, PLATE);
        lookUp.start();
    }
}
