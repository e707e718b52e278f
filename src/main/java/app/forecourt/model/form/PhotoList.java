package app.forecourt.model.form;

import app.forecourt.car.CarField;
import app.forecourt.car.Limits;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The photos of the car in the form, in their order; the first is the main one. They are the lines of the form's text,
 * and the address that is being typed is its last line, so that it is kept like all else.
 */
public final class PhotoList {
    private static final int MOST_STEPS = 100;

    private final CarFormModel form;
    private final ObservableList<String> addresses = FXCollections.observableArrayList();
    private final StringProperty typing = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<Added>> added = new ReadOnlyObjectWrapper<>(
            Optional.empty());
    private final Deque<List<String>> before = new ArrayDeque<>();
    private boolean writing;

    /**
     * What came of adding some.
     *
     * @param count how many were added
     * @param already how many were there before
     */
    public record Added(int count, int already) {}

    PhotoList(CarFormModel form) {
        this.form = form;
        form.text(CarField.IMAGES).subscribe(text -> {
            if (!writing) {
                read(text);
            }
        });
        typing.subscribe((was, now) -> {
            if (!writing) {
                added.set(Optional.empty());
                write(addresses, now);
            }
        });
    }

    /** All but what is being typed. Not to be changed. */
    public ObservableList<String> addresses() {
        return addresses;
    }

    /** The address that is being typed. */
    public StringProperty typing() {
        return typing;
    }

    /** What came of adding some last, until the next change. */
    public ReadOnlyObjectProperty<Optional<Added>> added() {
        return added.getReadOnlyProperty();
    }

    /** Another car is there, even if its photos are the same. */
    void forget() {
        before.clear();
        added.set(Optional.empty());
    }

    /** Adds some behind the others, those only that are not there; none if that is more than the form takes. */
    public void add(List<String> more) {
        add(more, typing.get());
    }

    /** What is being typed is whole; it may be several. */
    public void enter() {
        String typed = typing.get().strip();
        if (!typed.isEmpty()) {
            List<String> several = PhotoAddresses.in(typed, "");
            add(several.size() > 1 ? several : List.of(typed), "");
        }
    }

    /** @param typed what is being typed after that */
    private void add(List<String> more, String typed) {
        Set<String> all = new LinkedHashSet<>(addresses);
        int distinct = all.size();
        all.addAll(more);
        String text = text(all, typed);
        if (text.length() > Limits.TYPED_LINES) {
            form.tooMuch(CarField.IMAGES, text.codePointCount(0, text.length()));
            return;
        }
        List<String> now = new ArrayList<>(addresses);
        all.stream().skip(distinct).forEach(now::add);
        int count = now.size() - addresses.size();
        if (count > 0) {
            remember();
        }
        set(now, typed);
        added.set(Optional.of(new Added(count, more.size() - count)));
    }

    /** Puts one in another's place; what is between moves up or down. */
    public boolean move(int from, int to) {
        boolean moves = from != to && isPlace(from) && isPlace(to);
        if (moves) {
            List<String> now = new ArrayList<>(addresses);
            now.add(to, now.remove(from));
            change(now);
        }
        return moves;
    }

    /** Takes one out. */
    public void remove(int at) {
        if (isPlace(at)) {
            List<String> now = new ArrayList<>(addresses);
            now.remove(at);
            change(now);
        }
    }

    /**
     * Takes the last change back.
     *
     * @return where something is other than it was; empty when there was nothing to take back
     */
    public OptionalInt undo() {
        if (before.isEmpty()) {
            return OptionalInt.empty();
        }
        List<String> was = List.copyOf(addresses);
        List<String> now = before.pop();
        set(now, typing.get());
        int at = 0;
        while (at < Math.min(was.size(), now.size()) && was.get(at).equals(now.get(at))) {
            at++;
        }
        return OptionalInt.of(at);
    }

    private boolean isPlace(int at) {
        return at >= 0 && at < addresses.size();
    }

    private void change(List<String> now) {
        remember();
        set(now, typing.get());
    }

    private void remember() {
        before.push(List.copyOf(addresses));
        if (before.size() > MOST_STEPS) {
            before.removeLast();
        }
    }

    private void set(List<String> now, String typed) {
        added.set(Optional.empty());
        write(now, typed);
        silently(() -> typing.set(typed));
        ObservableLists.set(addresses, now);
    }

    private void write(List<String> all, String typed) {
        silently(() -> form.text(CarField.IMAGES).set(text(all, typed)));
    }

    /** A change of ours, which needs no answer. */
    private void silently(Runnable change) {
        writing = true;
        change.run();
        writing = false;
    }

    private static String text(Iterable<String> all, String typed) {
        List<String> lines = new ArrayList<>();
        all.forEach(lines::add);
        return Stream.concat(lines.stream(), Stream.of(typed.strip())).filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /** It was typed, imported or loaded elsewhere. */
    private void read(String text) {
        before.clear();
        silently(() -> typing.set(""));
        added.set(Optional.empty());
        addresses.setAll(text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList());
    }
}
