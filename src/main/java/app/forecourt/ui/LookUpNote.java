package app.forecourt.ui;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/** The line below the papers that tells how looking up the plate goes, and the keys for it in the plate's field. */
final class LookUpNote extends HBox {
    private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");

    private final PlateLookUp lookUp;
    private final CarForm form;
    private final LookUpWords telling;
    private final Label text = new Label();

    /** @param plate the control in which the plate is typed */
    LookUpNote(PlateLookUp lookUp, CarForm form, Words words, Control plate) {
        this.lookUp = lookUp;
        this.form = form;
        this.telling = new LookUpWords(words);
        text.setId("lookUp");
        text.getStyleClass().add("note");
        text.setAccessibleRole(AccessibleRole.TEXT);
        Wrap.on(text);
        getStyleClass().add("note-line");
        // After the field's own: what it offers is taken first, and then looked up.
        plate.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        lookUp.state().subscribe(any -> tell());
        // What differs changes with what is typed.
        form.draft().subscribe(any -> tell());
        tell();
    }

    private void key(KeyEvent key) {
        if (key.getCode() == KeyCode.ENTER && !key.isShortcutDown()) {
            lookUp.ask();
        } else if (key.getCode() == KeyCode.ESCAPE && lookUp.undo()) {
            key.consume();
        }
    }

    private void tell() {
        PlateLookUp.State state = lookUp.state().get();
        boolean trouble = LookUpWords.isTrouble(state);
        text.setText(telling.sentence(state, lookUp.profile(), form.hearsay()));
        getChildren().setAll(text);
        if (trouble) {
            getChildren().addFirst(Icons.ofProblem(false));
        }
        pseudoClassStateChanged(WARNING, trouble);
        text.pseudoClassStateChanged(WARNING, trouble);
        Visible.when(this, !text.getText().isEmpty());
    }
}
