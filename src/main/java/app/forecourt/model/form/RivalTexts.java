package app.forecourt.model.form;

import app.forecourt.car.CarField;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The texts that other desks typed into fields of the current car at the same time. They are offered below their fields
 * until the user takes or dismisses them.
 */
public final class RivalTexts {
    private static final Comparator<Rival> NEWEST_FIRST = Comparator.comparing(
                    (Rival rival) -> rival.at().orElse(Instant.MAX))
            .reversed();

    private final FieldTexts texts;
    private final Runnable changed;
    private final Map<CarField, List<Rival>> rivals = new EnumMap<>(CarField.class);
    /**
     * The fields that the user has edited since. Their rivals stay, although the stock has no rivals of them any more.
     */
    private final Set<CarField> edited = EnumSet.noneOf(CarField.class);

    private Consumer<CarField> dismissalListener = _ -> {};
    private Runnable waitingListener = () -> {};

    /** @param changed runs after the rivals have changed */
    RivalTexts(FieldTexts texts, Runnable changed) {
        this.texts = texts;
        this.changed = changed;
    }

    /** Sets the receiver of a field whose rivals the user has dismissed. */
    public void whenDismissed(Consumer<CarField> listener) {
        dismissalListener = listener;
    }

    /** Sets a listener for what may have changed {@link #isAnyWaiting}. It does not run while a car is loaded. */
    public void whenWaitingChanges(Runnable listener) {
        waitingListener = listener;
    }

    /** Returns whether a field of the car has a rival that the user has neither taken nor dismissed. */
    public boolean isAnyWaiting() {
        return rivals.keySet().stream().anyMatch(field -> !of(field).isEmpty());
    }

    /**
     * Returns the rivals of a field that differ from its text, the newest first. The beginnings of a longer text that
     * the same desk has typed since are left out.
     */
    public List<Rival> of(CarField field) {
        String text = texts.text(field).getValueSafe();
        List<Rival> shown = new ArrayList<>();
        rivals.getOrDefault(field, List.of()).stream()
                .filter(rival -> !rival.text().isEmpty())
                .filter(rival -> !rival.text().equals(text))
                .sorted(NEWEST_FIRST)
                .forEach(rival -> {
                    boolean isBeginning = (rival.isOwn() && text.startsWith(rival.text()))
                            || shown.stream()
                                    .anyMatch(later -> later.isOwn() == rival.isOwn()
                                            && later.author().equals(rival.author())
                                            && later.text().startsWith(rival.text()));
                    if (!isBeginning) {
                        shown.add(rival);
                    }
                });
        return List.copyOf(shown);
    }

    /** Replaces the rivals by those of the stock. Those of a field that the user has edited since are added to. */
    public void set(List<Rival> fresh) {
        rivals.keySet().retainAll(edited);
        fresh.forEach(this::put);
        publish();
    }

    /** Adds a rival that the stock does not have, because the user was typing when the text came. */
    public void add(Rival rival) {
        edited.add(rival.field());
        put(rival);
        publish();
    }

    private void publish() {
        changed.run();
        waitingListener.run();
    }

    private void put(Rival rival) {
        List<Rival> known = new ArrayList<>(rivals.getOrDefault(rival.field(), List.of()));
        known.removeIf(other -> other.text().equals(rival.text()));
        known.add(rival);
        rivals.put(rival.field(), List.copyOf(known));
    }

    /** Puts a rival into its field, as if the user had typed it. */
    public void accept(Rival rival) {
        forget(rival.field());
        texts.type(rival.field(), rival.text());
        publish();
        dismissalListener.accept(rival.field());
    }

    /**
     * Keeps the text of a field, and forgets its rivals.
     *
     * @return false if it has none
     */
    public boolean dismiss(CarField field) {
        if (of(field).isEmpty()) {
            return false;
        }
        forget(field);
        publish();
        dismissalListener.accept(field);
        return true;
    }

    private void forget(CarField field) {
        rivals.remove(field);
        edited.remove(field);
    }

    /** Handles a change of a field by the user. */
    void onTyped(CarField field) {
        if (rivals.containsKey(field)) {
            edited.add(field);
            waitingListener.run();
        }
    }

    /**
     * Handles texts that the form has taken over from another desk. A rival may have become one, or be none any more.
     */
    void onTextsReplaced() {
        waitingListener.run();
    }

    /** Forgets all rivals, because another car is shown. */
    void clear() {
        rivals.clear();
        edited.clear();
    }
}
