package app.forecourt.ui.options;

import app.forecourt.model.form.CarFormModel;
import app.forecourt.option.AvailableOptions;
import app.forecourt.option.CarOption;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.fx.SearchField;
import app.forecourt.ui.words.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;

/**
 * The chosen options as chips, the one chosen last first. Three rows are shown, and the number of further options on a
 * button that shows only the chosen ones in the list. Tab stops at one chip, the arrow keys move between the chips, and
 * Delete and Backspace remove the focused one.
 */
final class ChosenChipsPane extends Pane {
    private static final int MOST_ROWS = 3;
    /** Chips that are created for three rows, even in a wide pane. */
    private static final int MOST_CHIPS = 40;

    private final CarFormModel form;
    private final Messages messages;
    private final ObservableValue<Boolean> locked;
    private final SearchField search;
    private final OptionListView list;
    private final Consumer<CarOption> remove;
    private final List<OptionChip> chips = new ArrayList<>();
    private final Button more = new Button();
    private List<String> names = List.of();
    /** Whether the height stays as it is, because the mouse is choosing options in the list below. */
    private boolean held;

    private double heldHeight;
    /** Number of chips that the last layout placed. */
    private int placed;
    /** Index of the chip at which Tab stops. */
    private int stop;

    /**
     * Creates the pane.
     *
     * @param locked true while the car is read-only
     * @param remove removes an option from the car
     */
    ChosenChipsPane(
            CarFormModel form,
            Messages messages,
            ObservableValue<Boolean> locked,
            SearchField search,
            OptionListView list,
            Consumer<CarOption> remove) {
        this.form = form;
        this.messages = messages;
        this.locked = locked;
        this.search = search;
        this.list = list;
        this.remove = remove;
        setId("optionChips");
        getStyleClass().add("option-chips");
        more.setId("moreOptions");
        more.getStyleClass().add("option-chip");
        more.setOnAction(_ -> {
            search.clear();
            list.onlyChosen().set(true);
            list.requestFocus();
        });
        getChildren().add(more);
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        messages.listenerScope().listen(form.options(), _ -> refresh());
        messages.listenerScope().listen(form.knownOptions(), (_, _) -> refresh());
        messages.listenerScope().listen(messages.optionTranslator(), (_, _) -> refresh());
        messages.listenerScope().listen(locked, _ -> refresh());
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
        int shown = Math.min(names.size(), MOST_CHIPS);
        while (chips.size() < shown) {
            addChip();
        }
        Optional<AvailableOptions> known = form.knownOptions().get();
        for (int index = 0; index < shown; index++) {
            String name = names.get(index);
            chips.get(index)
                    .show(
                            known.map(list -> list.option(name)).orElseGet(() -> CarOption.unlisted(name)),
                            messages,
                            locked.getValue());
        }
        if (!held) {
            NodeVisibility.set(this, !names.isEmpty());
        }
        requestLayout();
    }

    private void addChip() {
        OptionChip chip = new OptionChip(this::remove, clicked -> reveal(clicked.option()));
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
            focusSearch();
        }
        remove.accept(chip.option());
    }

    private void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    private void reveal(CarOption option) {
        search.clear();
        list.reveal(List.of(option.name()));
        list.requestFocus();
    }

    private void onKey(KeyEvent key) {
        int at = chips.indexOf(key.getTarget());
        if (key.isShortcutDown() || key.isAltDown()) {
            return;
        }
        switch (key.getCode()) {
            case LEFT -> focus(at < 0 ? placed - 1 : at - 1);
            case RIGHT -> focus(at < 0 ? at : at + 1);
            case UP, ESCAPE -> focusSearch();
            case DOWN -> list.requestFocus();
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
                reveal(chips.get(at).option());
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
        if (held) {
            return heldHeight;
        }
        var flow = new ChipRowLayout(width > 0 ? width : Double.MAX_VALUE, Double.MAX_VALUE, MOST_ROWS);
        shownChips().forEach(flow::add);
        return flow.height();
    }

    /** Returns the preferred height, because the list below takes the rest. */
    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    private List<OptionChip> shownChips() {
        return chips.subList(0, Math.min(chips.size(), names.size()));
    }

    @Override
    protected void layoutChildren() {
        int count = flow(shownChips().size()).size();
        ChipRowLayout flow = flow(count);
        boolean all = count == names.size();
        while (!all && count > 0 && !fitsButton(flow, names.size() - count)) {
            count--;
            flow = flow(count);
        }
        placed = count;
        flow.place();
        for (int index = 0; index < chips.size(); index++) {
            chips.get(index).setVisible(index < placed);
        }
        more.setVisible(!all);
        if (stop >= placed && placed > 0) {
            stopAt(0);
        }
    }

    private ChipRowLayout flow(int count) {
        var flow = new ChipRowLayout(getWidth(), getHeight(), MOST_ROWS);
        chips.subList(0, count).forEach(flow::add);
        return flow;
    }

    private boolean fitsButton(ChipRowLayout flow, int hidden) {
        more.setText(messages.get("options.more", hidden));
        return flow.add(more);
    }
}
