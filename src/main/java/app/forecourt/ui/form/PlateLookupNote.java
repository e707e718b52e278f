package app.forecourt.ui.form;

import app.forecourt.car.CarField;
import app.forecourt.model.cars.PlateLookupModel;
import app.forecourt.model.cars.PlateLookupState;
import app.forecourt.model.form.CarFormModel;
import app.forecourt.ui.fx.Icons;
import app.forecourt.ui.fx.LiveRegion;
import app.forecourt.ui.fx.SeverityStyle;
import app.forecourt.ui.words.Messages;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * The note below the papers with the state of the plate lookup and the remarks of the register. It also handles the
 * keys of the lookup in the plate field: Enter starts it, Escape stops or undoes it.
 */
public final class PlateLookupNote extends OneLineNote {
    private final PlateLookupModel lookUp;
    private final CarFormModel form;
    private final Messages messages;
    private final Control plate;
    private final LookupMessages lookupMessages;
    private final Label text = new Label();
    private final Label remarks = new Label();
    private final OfferButton start;
    /** The number of offered values, or the kind of state that has other buttons. */
    private Object shownOffers = 0;

    /**
     * Creates the note and installs its keys.
     *
     * @param plate control that edits the plate
     */
    public PlateLookupNote(PlateLookupModel lookUp, CarFormModel form, Messages messages, Control plate) {
        super(plate.focusedProperty());
        this.lookUp = lookUp;
        this.form = form;
        this.messages = messages;
        this.plate = plate;
        this.lookupMessages = new LookupMessages(messages);
        start = new OfferButton(messages.get("lookup.start"), "↵", messages.get("lookup.start.spoken"), lookUp::start);
        start.setId("startLookUp");
        // Enter in the plate does the same.
        start.setFocusTraversable(false);
        style(text, "lookUp");
        style(remarks, "lookUpRemarks");
        // Runs after the field's own handler, so that an offer is accepted first and then looked up.
        plate.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        // A filter, because the field handles Enter itself.
        plate.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            boolean takesOffers = key.getCode() == KeyCode.ENTER
                    && key.isShiftDown()
                    && !key.isShortcutDown()
                    && hasOffers(lookUp.state().get());
            if (takesOffers) {
                form.externalValues().acceptOffers();
                key.consume();
            }
        });
        messages.listenerScope().listen(lookUp.state(), _ -> refresh());
        // The differences to the register change with the input.
        messages.listenerScope().listen(form.draft(), _ -> refresh());
        // The state also changes when the car becomes read-only.
        messages.listenerScope().listen(form.state(CarField.LICENSE_PLATE), _ -> refresh());
    }

    /** Returns the button that starts a lookup. It is visible while the plate has not been looked up. */
    OfferButton startButton() {
        return start;
    }

    /** Returns whether Enter in the plate starts a lookup. While one is running, the next Enter goes on. */
    boolean takesEnter() {
        return lookUp.canStart();
    }

    private void key(KeyEvent key) {
        if (key.getCode() == KeyCode.ENTER && !key.isShortcutDown() && !lookUp.isAnswered()) {
            lookUp.start();
        } else if (key.getCode() == KeyCode.ESCAPE && lookUp.undo()) {
            key.consume();
        }
    }

    private List<OfferButton> offers(PlateLookupState state) {
        if (hasOffers(state)) {
            return List.of(offer(
                    "offers",
                    messages.get("offer.all", form.externalValues().offers().size()),
                    form.externalValues()::acceptOffers));
        }
        return state instanceof PlateLookupState.OtherCar
                ? List.of(
                        offer("takeAll", messages.get("lookup.take_all"), lookUp::takeAll),
                        offer(
                                "wrongPlate",
                                messages.get("lookup.wrong_plate"),
                                () -> form.type(CarField.LICENSE_PLATE, "")))
                : List.of();
    }

    /** Returns whether several values are offered. A single one has its button in its field. */
    private boolean hasOffers(PlateLookupState state) {
        return state instanceof PlateLookupState.Found
                && form.externalValues().offers().size() > 1;
    }

    private OfferButton offer(String id, String words, Runnable action) {
        OfferButton button = new OfferButton(words, words, words, () -> {
            action.run();
            // The button is gone.
            plate.requestFocus();
        });
        button.setId("lookUp-" + id);
        // Keys in the plate do the same as the other buttons.
        button.setFocusTraversable(lookUp.state().get() instanceof PlateLookupState.OtherCar);
        return button;
    }

    private void refresh() {
        PlateLookupState state = lookUp.state().get();
        start.setVisible(lookUp.canStart());
        String sentence = lookupMessages.sentence(state, lookUp.profile(), form.externalValues());
        String remark = lookupMessages.remarks(state);
        Object offered = hasOffers(state) ? form.externalValues().offers().size() : state.getClass();
        if (sentence.equals(text.getText()) && remark.equals(remarks.getText()) && offered.equals(shownOffers)) {
            return;
        }
        shownOffers = offered;
        text.setText(sentence);
        remarks.setText(remark);
        boolean warning = !remark.isEmpty() || LookupMessages.isFailure(state);
        // The remarks come first, because they may be a reason not to sell the car.
        Label first = remark.isEmpty() ? text : remarks;
        first.pseudoClassStateChanged(SeverityStyle.WARNING, warning);
        line().pseudoClassStateChanged(SeverityStyle.WARNING, warning);
        List<Node> head = new ArrayList<>(List.of(first));
        if (warning) {
            head.addFirst(Icons.ofProblem(false));
        }
        remarks.setAccessibleText(remark + "\n" + sentence);
        show(
                sentence.isEmpty() && remark.isEmpty() ? List.of() : head,
                first == remarks ? List.of(text) : List.of(),
                offers(state));
        LiveRegion.announce(first);
    }
}
