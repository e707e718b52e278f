package app.forecourt.ui.form;

import app.forecourt.car.CarField;
import app.forecourt.car.FieldType;
import app.forecourt.text.TextSanitizer;
import app.forecourt.ui.words.Messages;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.Labeled;

/**
 * The values offered for a field. A button puts a value into the field. Enter in the field presses the button of the
 * first one.
 */
final class FieldOffers {
    /** Characters shown of a value. Limited, because an offer may be a whole description. */
    private static final int LONGEST_VALUE = 24;

    private final CarField field;
    private final Messages messages;
    private final Runnable focusField;
    /** Values offered so far, so that the value of the register is not offered twice. */
    private final Set<String> values = new HashSet<>();

    private final List<OfferButton> buttons = new ArrayList<>();

    /**
     * Creates an empty list.
     *
     * @param focusField moves the focus into the field
     */
    FieldOffers(CarField field, Messages messages, Runnable focusField) {
        this.field = field;
        this.messages = messages;
        this.focusField = focusField;
    }

    void clear() {
        values.clear();
        buttons.clear();
    }

    boolean contains(String value) {
        return values.contains(value);
    }

    /** Returns the buttons, the one that Enter presses first. */
    List<OfferButton> buttons() {
        return buttons;
    }

    void add(String value, Runnable accept) {
        values.add(value);
        boolean byEnter = hasEnter() && buttons.isEmpty();
        String shown = shorten(value);
        String text = messages.get(byEnter ? "offer.use_by_enter" : "offer.use", shown);
        String brief = byEnter ? messages.get("offer.brief", shown) : shown;
        OfferButton button = new OfferButton(text, brief, byEnter ? messages.get("offer.enter", shown) : text, () -> {
            accept.run();
            // The button disappears when it is used, and the focus must not be lost with it.
            focusField.run();
        });
        button.setId(field.apiName() + "-offer-" + buttons.size());
        buttons.add(button);
        // Enter in the field presses a single offer. Tab goes to several ones, beginning with the first.
        button.setFocusTraversable(!byEnter);
        if (values.size() > 1) {
            buttons.getFirst().setFocusTraversable(true);
        }
    }

    /** Returns the beginning of a long value, in one line. */
    static String shorten(String value) {
        return TextSanitizer.excerpt(value.replaceAll("\\s+", " ").strip(), LONGEST_VALUE);
    }

    /**
     * Accepts the first value.
     *
     * @return false if there is none
     */
    boolean acceptFirst() {
        Optional<OfferButton> first = buttons.stream().findFirst().filter(_ -> hasEnter());
        first.ifPresent(OfferButton::fire);
        return first.isPresent();
    }

    /** Returns whether Enter in the field accepts the first value. In a field of several lines it starts a new line. */
    private boolean hasEnter() {
        return field.type() != FieldType.LONG_TEXT;
    }

    /** Returns the buttons' names for screen readers. */
    List<String> spokenTexts() {
        return buttons.stream().map(Labeled::getAccessibleText).toList();
    }
}
