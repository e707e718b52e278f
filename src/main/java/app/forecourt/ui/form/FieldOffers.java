package app.forecourt.ui.form;

import app.forecourt.car.CarField;
import app.forecourt.car.FieldType;
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
    /** Characters shown of the same text before a difference, so that the user finds its place. */
    private static final int BEFORE_DIFFERENCE = 8;

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

    /** Adds an action that is no value. Enter in the field runs it, too. */
    void addAction(String text, Runnable action) {
        String byEnter = messages.get("offer.brief", text);
        OfferButton button = new OfferButton(byEnter, byEnter, messages.get("offer.enter", text), action);
        button.setFocusTraversable(false);
        add(button);
    }

    /**
     * Adds a value.
     *
     * @param typed the text of the field, from which a long value may differ in its middle
     */
    void add(String value, String typed, Runnable accept) {
        values.add(value);
        boolean byEnter = hasEnter() && buttons.isEmpty();
        String shown = shorten(value, typed);
        String text = messages.get(byEnter ? "offer.use_by_enter" : "offer.use", shown);
        String brief = byEnter ? messages.get("offer.brief", shown) : shown;
        OfferButton button = new OfferButton(text, brief, byEnter ? messages.get("offer.enter", shown) : text, () -> {
            accept.run();
            // The button disappears when it is used, and the focus must not be lost with it.
            focusField.run();
        });
        button.showWhole(value, shown);
        add(button);
        // Enter in the field presses a single offer. Tab goes to several ones, beginning with the first.
        button.setFocusTraversable(!byEnter);
        if (values.size() > 1) {
            buttons.getFirst().setFocusTraversable(true);
        }
    }

    /** Returns the part of a long value around its first difference from another text, in one line. */
    static String shorten(String value, String other) {
        String line = value.replaceAll("\\s+", " ").strip();
        if (line.length() <= LONGEST_VALUE) {
            return line;
        }
        int difference = difference(line, other.replaceAll("\\s+", " ").strip());
        int begin = Math.clamp(difference - BEFORE_DIFFERENCE, 0, line.length() - LONGEST_VALUE);
        int end = begin + LONGEST_VALUE;
        return (begin > 0 ? "…" : "")
                + line.substring(whole(line, begin), whole(line, end)).strip()
                + (end < line.length() ? "…" : "");
    }

    /** Returns the index of the first difference. It is the length of a text that begins the other one. */
    private static int difference(String first, String second) {
        int index = 0;
        while (index < Math.min(first.length(), second.length()) && first.charAt(index) == second.charAt(index)) {
            index++;
        }
        return index;
    }

    /** Returns an index that splits no character of two units. */
    private static int whole(String text, int index) {
        return index < text.length() && Character.isLowSurrogate(text.charAt(index)) ? index - 1 : index;
    }

    private void add(OfferButton button) {
        button.setId(field.apiName() + "-offer-" + buttons.size());
        buttons.add(button);
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
