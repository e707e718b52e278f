package app.forecourt.ui.form;

import app.forecourt.model.cars.PlateLookupModel;
import app.forecourt.model.form.CarFormModel;
import app.forecourt.ui.fx.Icons;
import app.forecourt.ui.fx.LiveRegion;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.fx.SeverityStyle;
import app.forecourt.ui.fx.TextWrap;
import app.forecourt.ui.words.Messages;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * Below the papers: how looking up the plate goes, and what the register remarks of the car; with the keys for it in the
 * plate's field.
 */
public final class LookUpNote extends VBox {
    private final PlateLookupModel lookUp;
    private final CarFormModel form;
    private final LookupMessages telling;
    private final Label text = note("lookUp");
    private final Label remarks = note("lookUpRemarks");
    private final HBox first = line(text);
    private final HBox second = line(remarks);

    /** @param plate the control in which the plate is typed */
    public LookUpNote(PlateLookupModel lookUp, CarFormModel form, Messages words, Control plate) {
        this.lookUp = lookUp;
        this.form = form;
        this.telling = new LookupMessages(words);
        getStyleClass().add("look-up");
        getChildren().addAll(first, second);
        // After the field's own: what it offers is taken first, and then looked up.
        plate.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        words.listenerScope().to(lookUp.state(), any -> refresh());
        // What differs changes with what is typed.
        words.listenerScope().to(form.draft(), any -> refresh());
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
        refresh(first, text, telling.sentence(state, lookUp.profile(), form.externalValues()),
                LookupMessages.isTrouble(state));
        refresh(second, remarks, telling.remarks(state), true);
        NodeVisibility.when(this, first.isVisible());
    }

    private static void refresh(HBox line, Label note, String told, boolean warning) {
        if (told.equals(note.getText())) {
            return;
        }
        note.setText(told);
        line.getChildren().setAll(note);
        if (warning) {
            line.getChildren().addFirst(Icons.ofProblem(false));
        }
        line.pseudoClassStateChanged(SeverityStyle.WARNING, warning);
        note.pseudoClassStateChanged(SeverityStyle.WARNING, warning);
        NodeVisibility.when(line, !told.isEmpty());
    }

    private static HBox line(Label note) {
        HBox line = new HBox(note);
        line.getStyleClass().add("note-line");
        NodeVisibility.when(line, false);
        return line;
    }

    private static Label note(String id) {
        Label note = new Label();
        note.setId(id);
        note.getStyleClass().add("note");
        LiveRegion.follow(note);
        TextWrap.enable(note);
        return note;
    }
}
