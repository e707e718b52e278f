package app.forecourt.ui.options;

import app.forecourt.model.form.CarFormModel;
import app.forecourt.option.CarOption;
import app.forecourt.option.KnownOptions;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.words.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;

/**
 * The chosen options as chips, the one chosen last first. Three rows are shown, and the number of further options on a
 * button that shows them all. Tab stops at one chip, the arrow keys move between the chips, and Delete and Backspace
 * remove the focused one.
 */
final class ChosenChipsPane extends Pane {
    private static final int MOST_ROWS = 3;
    /** Chips that are created for three rows, even in a wide pane. */
    private static final int MOST_CHIPS = 40;

    private final CarFormModel form;
    private final Messages messages;
    private final ObservableValue<Boolean> locked;
    private final Actions actions;
    private final List<OptionChip> chips = new ArrayList<>();
    private final Button more = new Button();
    private List<String> names = List.of();
    private boolean expanded;
    /** Whether the height stays as it is, because the mouse is choosing options in the list below. */
    private boolean held;

    private double heldHeight;
    /** Number of chips that the last layout placed. */
    private int placed;
    /** Index of the chip at which Tab stops. */
    private int stop;

    /** Actions that the options pane provides. */
    interface Actions {
        /** Removes an option from the car. */
        void remove(CarOption option);

        /** Shows an option in the list. */
        void reveal(CarOption option);

        /** Shows only the chosen options in the list. */
        void showOnlyChosen();

        /** Moves the focus to the search. */
        void focusSearch();

        /** Moves the focus to the list. */
        void focusList();
    }

    /**
     * Creates the pane.
     *
     * @param locked true while the car is read-only
     */
    ChosenChipsPane(CarFormModel form, Messages messages, ObservableValue<Boolean> locked, Actions actions) {
        this.form = form;
        this.messages = messages;
        this.locked = locked;
        this.actions = actions;
        setId("optionChips");
        getStyleClass().add("option-chips");
        more.setId("moreOptions");
        more.getStyleClass().add("option-chip");
        more.setOnAction(_ -> onMore());
        getChildren().add(more);
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        messages.listenerScope().listen(form.options(), _ -> refresh());
        messages.listenerScope().listen(form.knownOptions(), (_, _) -> refresh());
        messages.listenerScope().listen(messages.optionTranslator(), (_, _) -> refresh());
        messages.listenerScope().listen(locked, _ -> refresh());
    }

    /** Shows three rows again. */
    void collapse() {
        expanded = false;
        refresh();
    }

    /**
     * Keeps the height, so that the list below does not move under the mouse, or adopts the height of the chips again.
     */
    void hold(boolean keep) {
        if (keep != held) {
            held = keep;
            heldHeight = getHeight();
            refresh();
        }
    }

    private void refresh() {
        names = List.copyOf(form.options()).reversed();
        int shown = Math.min(names.size(), expanded ? names.size() : MOST_CHIPS);
        while (chips.size() < shown) {
            addChip();
        }
        Optional<KnownOptions> known = form.knownOptions().get();
        for (int index = 0; index < shown; index++) {
            String name = names.get(index);
            chips.get(index)
                    .show(
                            known.map(list -> new CarOption(name, list.prettyName(name)))
                                    .orElseGet(() -> CarOption.unlisted(name)),
                            messages,
                            locked.getValue());
        }
        if (!held) {
            NodeVisibility.set(this, !names.isEmpty());
        }
        requestLayout();
    }

    private void addChip() {
        OptionChip chip = new OptionChip(this::remove, clicked -> actions.reveal(clicked.option()));
        int index = chips.size();
        chip.setFocusTraversable(index == stop);
        chip.focusedProperty().subscribe(focused -> {
            if (focused) {
                stopAt(index);
            }
        });
        chips.add(chip);
        // Before the button, which is last for Tab.
        getChildren().add(index, chip);
    }

    private void stopAt(int index) {
        chips.get(stop).setFocusTraversable(false);
        stop = index;
        chips.get(stop).setFocusTraversable(true);
    }

    /** Removes the option of a chip. The next option moves into the chip, and so the focus is on it. */
    private void remove(OptionChip chip) {
        if (locked.getValue()) {
            return;
        }
        boolean isLast = chips.indexOf(chip) == names.size() - 1;
        if (chip.isFocused() && isLast) {
            actions.focusSearch();
        }
        actions.remove(chip.option());
    }

    private void onMore() {
        if (expanded && placed < names.size()) {
            // All chips need more height than the pane has.
            expanded = false;
            refresh();
            actions.showOnlyChosen();
        } else {
            expanded = !expanded;
            refresh();
        }
    }

    private void onKey(KeyEvent key) {
        int at = chips.indexOf(key.getTarget());
        if (key.isShortcutDown() || key.isAltDown()) {
            return;
        }
        switch (key.getCode()) {
            case LEFT -> focus(at < 0 ? placed - 1 : at - 1);
            case RIGHT -> focus(at < 0 ? at : at + 1);
            case HOME -> focus(0);
            case END -> focus(placed - 1);
            case UP, ESCAPE -> actions.focusSearch();
            case DOWN -> actions.focusList();
            case DELETE, BACK_SPACE -> {
                if (at >= 0) {
                    remove(chips.get(at));
                }
            }
            case ENTER -> {
                if (at < 0) {
                    return;
                }
                // Enter never removes an option.
                actions.reveal(chips.get(at).option());
            }
            default -> {
                return;
            }
        }
        key.consume();
    }

    /** Focuses a chip; the button after the last one. */
    private void focus(int index) {
        if (index >= 0 && index < placed) {
            chips.get(index).requestFocus();
        } else if (index == placed && more.isVisible()) {
            more.requestFocus();
        }
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        return held ? heldHeight : height(width, expanded ? Integer.MAX_VALUE : MOST_ROWS);
    }

    /** Returns the height of three rows, because the list below needs the rest of a low pane. */
    @Override
    protected double computeMinHeight(double width) {
        return held ? heldHeight : height(width, MOST_ROWS);
    }

    private double height(double width, int rows) {
        var flow = new ChipFlow(width > 0 ? width : Double.MAX_VALUE, Double.MAX_VALUE, rows);
        shownChips().forEach(flow::add);
        if (expanded) {
            flow.add(more);
        }
        return flow.height();
    }

    private List<OptionChip> shownChips() {
        return chips.subList(0, Math.min(chips.size(), names.size()));
    }

    @Override
    protected void layoutChildren() {
        int count = flow(shownChips().size()).size();
        ChipFlow flow = flow(count);
        boolean all = count == names.size() && (!expanded || fitsButton(flow, 0));
        while (!all && count > 0 && !fitsButton(flow, names.size() - count)) {
            count--;
            flow = flow(count);
        }
        placed = count;
        flow.place();
        for (int index = 0; index < chips.size(); index++) {
            chips.get(index).setVisible(index < placed);
        }
        more.setVisible(!all || expanded);
        if (stop >= placed && placed > 0) {
            stopAt(0);
        }
    }

    private ChipFlow flow(int count) {
        var flow = new ChipFlow(getWidth(), getHeight(), expanded ? Integer.MAX_VALUE : MOST_ROWS);
        chips.subList(0, count).forEach(flow::add);
        return flow;
    }

    private boolean fitsButton(ChipFlow flow, int hidden) {
        more.setText(messages.get(hidden == 0 ? "options.chips.fewer" : "options.more", hidden));
        return flow.add(more);
    }
}
