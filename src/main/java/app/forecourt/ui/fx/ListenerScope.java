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
 * The listeners of a window's views on objects that outlive the views. All listeners are removed at once when the views
 * are replaced, so that nothing keeps the old views in memory. For the FX thread only.
 */
public final class ListenerScope {
    private final List<Subscription> subscriptions = new ArrayList<>();

    /** Calls a listener with the current value and with each later value. */
    public <T> void listen(ObservableValue<T> value, Consumer<? super T> listener) {
        subscriptions.add(value.subscribe(listener));
    }

    /** Calls a listener with the old and the new value on each change. */
    public <T> void listen(ObservableValue<T> value, BiConsumer<? super T, ? super T> listener) {
        subscriptions.add(value.subscribe(listener));
    }

    /** Calls a listener on each change of a list. */
    public <T> void listen(ObservableList<T> list, ListChangeListener<? super T> listener) {
        list.addListener(listener);
        subscriptions.add(() -> list.removeListener(listener));
    }

    /** Calls a listener on each change of a map. */
    public <K, V> void listen(ObservableMap<K, V> map, MapChangeListener<? super K, ? super V> listener) {
        map.addListener(listener);
        subscriptions.add(() -> map.removeListener(listener));
    }

    /** Calls a listener after each layout pulse of a scene. */
    public void listenToLayout(Scene scene, Runnable listener) {
        scene.addPostLayoutPulseListener(listener);
        subscriptions.add(() -> scene.removePostLayoutPulseListener(listener));
    }

    public void removeAll() {
        subscriptions.forEach(Subscription::unsubscribe);
        subscriptions.clear();
    }
}
