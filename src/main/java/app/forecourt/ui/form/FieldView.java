package app.forecourt.ui.form;

import app.forecourt.car.CarField;
import app.forecourt.car.FieldType;
import app.forecourt.model.form.CarFormModel;
import app.forecourt.model.form.FieldStates.FieldState;
import app.forecourt.ui.fx.LabelClick;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.fx.ProblemBadge;
import app.forecourt.ui.fx.SeverityStyle;
import app.forecourt.ui.input.PopupBelowField;
import app.forecourt.ui.words.Messages;
import java.util.List;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** One field of the form: its label, its control, and a note with the interpreted value or the problems. */
final class FieldView extends VBox {
    /** Time in which Enter accepts no offer that has just come, because nobody reads faster. */
    private static final Duration UNREAD = Duration.millis(700);
    /** What an empty field of a read-only car shows. An example would look like input. */
    private static final String NOTHING = "–";

    private static final PseudoClass LOCKED = PseudoClass.getPseudoClass("locked");

    private final CarField field;
    private final CarFormModel form;
    private final Messages messages;
    private final Control control;
    private final FieldOffers offers;
    private final FieldNote note;
    /** Whether the note may be open. Below a field with an open list it would be half covered. */
    private final BooleanProperty noteHasRoom = new SimpleBooleanProperty();
    /** Label of a check box. Blank while the box has its own text, and aligns it with the neighbouring controls. */
    private final Label flagLabel = label(" ");

    private final ProblemBadge badge;
    private final String prompt;
    private final Runnable goOn;
    /** Runs after the note has changed unexpectedly while the field has the focus. Nobody has read it yet. */
    private final PauseTransition unread = new PauseTransition(UNREAD);

    private FieldState shown;
    private boolean leaving;
    private Optional<OfferButton> offerInside = Optional.empty();

    /**
     * Creates the field.
     *
     * @param goOn moves the focus from this field to the next empty one
     */
    FieldView(CarField field, CarFormModel form, Messages messages, WordSuggestionSource known, Runnable goOn) {
        this.field = field;
        this.form = form;
        this.messages = messages;
        this.goOn = goOn;
        this.shown = form.state(field).get();
        this.prompt = messages.find("prompt." + field.apiName()).orElse("");
        this.offers = new FieldOffers(field, messages, this::focusEnd);
        this.note = new FieldNote(
                field, form, messages, new InterpretedText(field, messages, known.vocabulary()), noteHasRoom, offers);
        this.control = new FieldControlFactory(field, form, messages, known)
                .create(note::showCompletion, this::acceptOffer, this::goOn);
        noteHasRoom.bind(Bindings.and(
                control.focusedProperty(), PopupBelowField.isOpenBelow(control).not()));
        badge = new ProblemBadge(control);
        note.setBadge(badge);
        control.focusedProperty().subscribe((_, focused) -> {
            if (!focused) {
                leaving = true;
                form.problems().onFieldLeft(field);
                leaving = false;
                unread.stop();
            }
        });

        getStyleClass().add("field");
        // An open note is painted over the fields below, but must not catch their clicks.
        setPickOnBounds(false);
        note.open().subscribe(open -> {
            setViewOrder(open ? -1 : 0);
            // The photos are below the note in the same view.
            note.setViewOrder(open ? -1 : 0);
        });
        if (field.type() == FieldType.FLAG) {
            control.setAccessibleText(messages.label(field));
            getChildren().add(flagLabel);
        } else {
            Label label = label();
            getChildren().add(label);
            if (field.type() == FieldType.LINKS) {
                // The control is hidden while the car is read-only, and nothing is typed that needs a note.
                for (Node part : List.of(label, note)) {
                    part.visibleProperty().bind(control.visibleProperty());
                    part.managedProperty().bind(control.visibleProperty());
                }
            }
        }
        getChildren().addAll(control, note);

        messages.listenerScope().listen(form.state(field), this::showState);
    }

    CarField field() {
        return field;
    }

    /** Shows or hides the field. Its input is kept. */
    void show(boolean shown) {
        NodeVisibility.set(this, shown);
    }

    Control control() {
        return control;
    }

    /** Returns whether the note is open, and so covers the nodes below. */
    ReadOnlyBooleanProperty noteOpen() {
        return note.open();
    }

    /** Adds a button inside the control, at its right end. */
    void addInside(OfferButton button) {
        button.setManaged(false);
        // Tab goes to it before the buttons of the note.
        getChildren().add(getChildren().indexOf(note), button);
        requestLayout();
    }

    private void showInside(Optional<OfferButton> offer) {
        if (!offer.equals(offerInside)) {
            offerInside.ifPresent(getChildren()::remove);
            offer.ifPresent(this::addInside);
            offerInside = offer;
        }
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        for (Node child : getChildren()) {
            if (child instanceof OfferButton button) {
                button.placeInside(control);
            }
        }
    }

    private Label label() {
        String name = messages.label(field);
        boolean required = field.limits().required();
        Label label = label(required ? name + " *" : name);
        // A click right of the text focuses the control, too.
        label.setMaxWidth(Double.MAX_VALUE);
        LabelClick.install(label, control);
        if (required) {
            label.setAccessibleText(messages.get("field.required", name));
        }
        return label;
    }

    private static Label label(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("field-label");
        label.setMinWidth(0);
        return label;
    }

    /** Accepts the first offer, if there is one, and goes on. */
    private void acceptOffer() {
        if (unread.getStatus() != Animation.Status.RUNNING) {
            offers.acceptFirst();
        }
        goOn();
    }

    /** Protects what is being typed from a value that comes from outside meanwhile. */
    private void onExternalValue(FieldState state) {
        boolean isFilled = state.origin().isPresent() && shown.origin().isEmpty();
        boolean isOffered = state.difference().isPresent() && shown.difference().isEmpty();
        shown = state;
        if (control.isFocused() && isOffered) {
            unread.playFromStart();
        }
        if (control.isFocused() && isFilled && control instanceof TextField input) {
            // The next letters replace the value instead of being added to it.
            Platform.runLater(input::selectAll);
        }
    }

    /** Leaves the field by Enter, unless something in it is wrong. */
    private void goOn() {
        form.problems().onFieldLeft(field);
        FieldState state = form.state(field).get();
        if (!state.readOnly() && !SeverityStyle.blocks(state.problems())) {
            goOn.run();
        }
    }

    /** Returns whether the field is shown, has no input, and can be edited. */
    boolean isOpen() {
        FieldState state = form.state(field).get();
        return isVisible() && state.isBlank() && !state.readOnly();
    }

    /** Moves the focus and the caret to the end of the input. Setting a text has moved the caret to its start. */
    private void focusEnd() {
        control.requestFocus();
        if (control instanceof TextInputControl input) {
            Platform.runLater(input::end);
        }
    }

    private void showState(FieldState state) {
        onExternalValue(state);
        if (control instanceof CheckBox box) {
            box.setSelected(Boolean.parseBoolean(state.text()));
            // Not disabled, because a disabled node can't be reached by keys, and is not read aloud.
            box.pseudoClassStateChanged(LOCKED, state.readOnly());
            // A read-only flag is a label and a word, as the other fields are.
            box.setText(
                    !state.readOnly() ? messages.name(field) : messages.get(box.isSelected() ? "flag.yes" : "flag.no"));
            flagLabel.setText(state.readOnly() ? messages.label(field) : " ");
        } else if (control instanceof TextInputControl input) {
            if (state.readOnly() && input.isEditable()) {
                // A selection would look like work in progress.
                input.deselect();
                if (input instanceof TextArea area) {
                    area.setScrollTop(0);
                }
            }
            input.setEditable(!state.readOnly());
            if (input instanceof TextArea area) {
                area.setPrefRowCount(state.readOnly() && state.isBlank() ? 1 : FieldControlFactory.LINES_OF_TEXT);
            }
            // A prompt, so that copying the dash of an empty field gives nothing.
            input.setPromptText(state.readOnly() ? NOTHING : prompt);
        }
        SeverityStyle.apply(state.problems(), control);
        String oldText = note.accessibleText();
        boolean wasInNote = note.isFocusWithin();
        note.show(state);
        showInside(note.offerInField(state));
        if (wasInNote) {
            // The buttons are new ones. Without this, the focus would go to another field with the old button.
            focusEnd();
        }
        String newText = note.accessibleText();
        // When all fields change at once, for example after sending, the problem summary is announced instead.
        if ((leaving || control.isFocused()) && !newText.equals(oldText)) {
            note.announce();
        }
        control.setAccessibleHelp(newText);
        badge.update(state.problems(), newText);
    }
}
