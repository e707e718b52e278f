package app.forecourt.ui.form;

import app.forecourt.model.cars.PlateLookupModel;
import app.forecourt.model.form.CarFormModel;
import app.forecourt.ui.fx.Icons;
import app.forecourt.ui.fx.LiveRegion;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.fx.SeverityStyle;
import app.forecourt.ui.words.Messages;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * The note below the papers with the state of the plate lookup and the remarks of the register. It also handles the
 * keys of the lookup in the plate field: Enter starts it, Escape stops or undoes it.
 */
public final class PlateLookupNote extends VBox {
    private final PlateLookupModel lookUp;
    private final CarFormModel form;
    private final LookupMessages lookupMessages;
    private final Label text = LiveRegion.label("lookUp", "note");
    private final Label remarks = LiveRegion.label("lookUpRemarks", "note");
    private final HBox first = line(text);
    private final HBox second = line(remarks);

    /**
     * Creates the note and installs its keys.
     *
     * @param plate control that edits the plate
     */
    public PlateLookupNote(PlateLookupModel lookUp, CarFormModel form, Messages messages, Control plate) {
        this.lookUp = lookUp;
        this.form = form;
        this.lookupMessages = new LookupMessages(messages);
        getStyleClass().add("look-up");
        getChildren().addAll(first, second);
        // Runs after the field's own handler, so that an offer is accepted first and then looked up.
        plate.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        messages.listenerScope().listen(lookUp.state(), _ -> refresh());
        // The differences to the register change with the input.
        messages.listenerScope().listen(form.draft(), _ -> refresh());
    }

    private void key(KeyEvent key) {
        if (key.getCode() == KeyCode.ENTER && !key.isShortcutDown()) {
            lookUp.start();
        } else if (key.getCode() == KeyCode.ESCAPE && lookUp.undo()) {
            key.consume();
        }
    }

    private void refresh() {
        PlateLookupModel.State state = lookUp.state().get();
        refresh(first, text, lookupMessages.sentence(state, lookUp.profile(), form.externalValues()),
                LookupMessages.isFailure(state));
        refresh(second, remarks, lookupMessages.remarks(state), true);
        NodeVisibility.set(this, first.isVisible());
    }

    private static void refresh(HBox line, Label note, String message, boolean warning) {
        if (message.equals(note.getText())) {
            return;
        }
        note.setText(message);
        line.getChildren().setAll(note);
        if (warning) {
            line.getChildren().addFirst(Icons.ofProblem(false));
        }
        line.pseudoClassStateChanged(SeverityStyle.WARNING, warning);
        note.pseudoClassStateChanged(SeverityStyle.WARNING, warning);
        NodeVisibility.set(line, !message.isEmpty());
    }

    private static HBox line(Label note) {
        HBox line = new HBox(note);
        line.getStyleClass().add("note-line");
        NodeVisibility.set(line, false);
        return line;
    }
}
