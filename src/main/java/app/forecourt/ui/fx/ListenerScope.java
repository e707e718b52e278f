package app.forecourt.ui.fx;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.collections.MapChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;
import javafx.scene.Scene;
import javafx.util.Subscription;

/**
 * What a window's views listen to that outlives them: all of it is let go at once, so that others can take their place
 * and nothing holds on to them. Used on the window's thread only.
 */
public final class ListenerScope {
    private final List<Subscription> all = new ArrayList<>();

    /** Tells of a value now, and whenever it is another. */
    public <T> void to(ObservableValue<T> value, Consumer<? super T> told) {
        all.add(value.subscribe(told));
    }

    /** Tells whenever a value is another. */
    public <T> void to(ObservableValue<T> value, BiConsumer<? super T, ? super T> told) {
        all.add(value.subscribe(told));
    }

    /** Tells whenever a list changes. */
    public <T> void to(ObservableList<T> list, ListChangeListener<? super T> told) {
        list.addListener(told);
        all.add(() -> list.removeListener(told));
    }

    /** Tells whenever a map changes. */
    public <K, V> void to(ObservableMap<K, V> map, MapChangeListener<? super K, ? super V> told) {
        map.addListener(told);
        all.add(() -> map.removeListener(told));
    }

    /** Tells of each time that a scene was laid out. */
    public void toLayout(Scene scene, Runnable told) {
        scene.addPostLayoutPulseListener(told);
        all.add(() -> scene.removePostLayoutPulseListener(told));
    }

    /** Lets go of everything. */
    public void end() {
        all.forEach(Subscription::unsubscribe);
        all.clear();
    }
}
