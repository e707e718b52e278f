package app.forecourt.model.form;

import app.forecourt.car.DraftMerge;
import app.forecourt.car.FieldLimits;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * Photos of the current car, in order; the first is the main photo. The photos are the lines of the form's text. The
 * address being typed is the last line, so that it is saved too.
 */
public final class PhotoList {
    private static final int MAX_UNDO = 100;

    private final StringProperty text;
    private final IntConsumer rejected;
    private final ObservableList<String> addresses = FXCollections.observableArrayList();
    private final StringProperty typing = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<Addition>> added = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Deque<List<String>> undoStack = new ArrayDeque<>();
    private boolean writing;

    /**
     * Result of adding photos.
     *
     * @param count number of photos added
     * @param alreadyPresent number of photos that were in the list before
     */
    public record Addition(int count, int alreadyPresent) {}

    /**
     * @param text text of the form's field
     * @param rejected receives the length in characters of a text that is too long for the field
     */
    PhotoList(StringProperty text, IntConsumer rejected) {
        this.text = text;
        this.rejected = rejected;
        text.subscribe(typed -> {
            if (!writing) {
                load(typed);
            }
        });
        typing.subscribe((_, typed) -> {
            if (!writing) {
                added.set(Optional.empty());
                write(addresses, typed);
            }
        });
    }

    /** Returns the addresses in the text of a car's photos, in order. */
    public static Stream<String> addresses(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty());
    }

    /** Returns the complete addresses, without the one being typed. Callers must not change the list. */
    public ObservableList<String> addresses() {
        return addresses;
    }

    /** Returns the address being typed. */
    public StringProperty typedAddress() {
        return typing;
    }

    /** Returns the result of the last addition, empty after the next change. */
    public ReadOnlyObjectProperty<Optional<Addition>> lastAddition() {
        return added.getReadOnlyProperty();
    }

    /** Clears the undo history, because another car is shown, even if its photos are the same. */
    void clearHistory() {
        undoStack.clear();
        added.set(Optional.empty());
    }

    /** Appends the addresses that the list lacks. Appends none if the form's text would exceed its limit. */
    public void add(List<String> more) {
        add(more, typing.get());
    }

    /** Completes the address being typed. The typed text may hold several addresses. */
    public void completeTyped() {
        String typed = typing.get().strip();
        if (!typed.isEmpty()) {
            List<String> several = PhotoAddressFinder.find(typed, "");
            add(several.size() > 1 ? several : List.of(typed), "");
        }
    }

    /** @param typed text that is being typed afterwards */
    private void add(List<String> more, String typed) {
        Set<String> merged = new LinkedHashSet<>(addresses);
        int distinct = merged.size();
        merged.addAll(more);
        String joined = text(merged, typed);
        if (joined.length() > FieldLimits.MAX_INPUT_MULTI_LINE) {
            rejected.accept(joined.codePointCount(0, joined.length()));
            return;
        }
        List<String> newAddresses = new ArrayList<>(addresses);
        merged.stream().skip(distinct).forEach(newAddresses::add);
        int count = newAddresses.size() - addresses.size();
        if (count > 0) {
            pushUndo();
        }
        set(newAddresses, typed);
        added.set(Optional.of(new Addition(count, more.size() - count)));
    }

    /** Replaces the line of a photo by its address, also in the steps that can be undone. */
    public void replace(String line, String address) {
        List<List<String>> steps =
                undoStack.stream().map(step -> replaced(step, line, address)).toList();
        undoStack.clear();
        undoStack.addAll(steps);
        Optional<Addition> lastAdded = added.get();
        set(replaced(addresses, line, address), typing.get());
        added.set(lastAdded);
    }

    /** Removes the line of a photo that another line shows already. It counts as already present in its addition. */
    public void merge(String line, String kept) {
        Addition lastAdded = added.get().orElse(new Addition(0, 0));
        replace(line, kept);
        added.set(Optional.of(new Addition(Math.max(0, lastAdded.count() - 1), lastAdded.alreadyPresent() + 1)));
    }

    /**
     * Replaces the photos by a text that another desk has changed. The address being typed stays. The steps that can be
     * undone get the same change, so that an undo takes nothing of the other desk back.
     */
    void takeOver(String changed) {
        List<String> before = List.copyOf(addresses);
        List<String> after = new ArrayList<>(addresses(changed).toList());
        after.remove(typing.get().strip());
        List<List<String>> steps = undoStack.stream()
                .map(step -> DraftMerge.mergeEntries(before, step, after))
                .toList();
        undoStack.clear();
        undoStack.addAll(steps);
        set(after, typing.get());
    }

    /** An address that is in the list already stays once, because the same picture was chosen twice. */
    private static List<String> replaced(List<String> lines, String line, String address) {
        return lines.stream()
                .map(other -> other.equals(line) ? address : other)
                .distinct()
                .toList();
    }

    /** Exchanges the line of a photo for another one. The change can be undone. */
    public void exchange(String line, String other) {
        if (addresses.contains(line)) {
            change(replaced(addresses, line, other));
        }
    }

    /** Moves photos that are side by side, so that the first one gets another position. */
    public boolean move(int from, int count, int to) {
        boolean moves = from != to && isPart(from, count) && isPart(to, count);
        if (moves) {
            List<String> newAddresses = new ArrayList<>(addresses);
            newAddresses.subList(from, from + count).clear();
            newAddresses.addAll(to, addresses.subList(from, from + count));
            change(newAddresses);
        }
        return moves;
    }

    /** Removes photos that are side by side. */
    public void remove(int from, int count) {
        if (isPart(from, count)) {
            List<String> newAddresses = new ArrayList<>(addresses);
            newAddresses.subList(from, from + count).clear();
            change(newAddresses);
        }
    }

    /**
     * Undoes the last change.
     *
     * @return first position that changed, empty if there was nothing to undo
     */
    public OptionalInt undo() {
        if (undoStack.isEmpty()) {
            return OptionalInt.empty();
        }
        List<String> oldAddresses = List.copyOf(addresses);
        List<String> newAddresses = undoStack.pop();
        set(newAddresses, typing.get());
        int at = 0;
        while (at < Math.min(oldAddresses.size(), newAddresses.size())
                && oldAddresses.get(at).equals(newAddresses.get(at))) {
            at++;
        }
        return OptionalInt.of(at);
    }

    private boolean isPart(int from, int count) {
        return from >= 0 && from + count <= addresses.size();
    }

    private void change(List<String> newAddresses) {
        pushUndo();
        set(newAddresses, typing.get());
    }

    private void pushUndo() {
        undoStack.push(List.copyOf(addresses));
        if (undoStack.size() > MAX_UNDO) {
            undoStack.removeLast();
        }
    }

    private void set(List<String> newAddresses, String typed) {
        added.set(Optional.empty());
        write(newAddresses, typed);
        silently(() -> typing.set(typed));
        ObservableLists.set(addresses, newAddresses);
    }

    private void write(List<String> photos, String typed) {
        silently(() -> text.set(text(photos, typed)));
    }

    /** Runs a change that this class must not react to itself. */
    private void silently(Runnable change) {
        writing = true;
        change.run();
        writing = false;
    }

    private static String text(Iterable<String> photos, String typed) {
        List<String> lines = new ArrayList<>();
        photos.forEach(lines::add);
        return Stream.concat(lines.stream(), Stream.of(typed.strip()))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /** Reads a text that was set from outside: typed, imported or loaded. */
    private void load(String text) {
        undoStack.clear();
        silently(() -> typing.set(""));
        added.set(Optional.empty());
        addresses.setAll(addresses(text).toList());
    }
}
