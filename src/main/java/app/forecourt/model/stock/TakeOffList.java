package app.forecourt.model.stock;

import app.forecourt.model.form.ObservableLists;
import app.forecourt.settings.Profile;
import app.forecourt.stock.StaleAdvert;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;

/**
 * List of the adverts to take off AutoChat. The selected profile comes first, and in each profile the advert that is
 * out of date since the latest time. Practice is listed only while it is selected, because nobody sees its adverts.
 */
public final class TakeOffList implements AutoCloseable {
    private final StockModel stock;
    private final Profile selected;
    private final ObservableList<StaleAdvert> shown = FXCollections.observableArrayList();
    private final BooleanProperty showingAll = new SimpleBooleanProperty();
    /** Submissions shown so far. A ticked advert stays in its place, so that the tick can be undone. */
    private final Set<UUID> shownSoFar = new HashSet<>();

    private final Subscription listening;

    /** @param selected the selected profile */
    public TakeOffList(StockModel stock, Profile selected) {
        this.stock = stock;
        this.selected = selected;
        listening = Subscription.combine(
                stock.staleAdverts().subscribe(_ -> refresh()), showingAll.subscribe((_, _) -> refresh()));
    }

    /** Returns the adverts that a profile still has although they are out of date. */
    public static long countLeft(List<StaleAdvert> adverts, Profile profile) {
        return adverts.stream()
                .filter(advert -> advert.profile() == profile && !advert.isTakenOff())
                .count();
    }

    /** Returns the adverts of the list. */
    public ObservableList<StaleAdvert> shown() {
        return shown;
    }

    /** Returns whether adverts that were taken off earlier are listed too. */
    public BooleanProperty showingAll() {
        return showingAll;
    }

    private void refresh() {
        List<StaleAdvert> adverts = stock.staleAdverts().get().stream()
                .filter(advert -> advert.profile() != Profile.PRACTICE || selected == Profile.PRACTICE)
                .filter(advert -> !advert.isTakenOff()
                        || showingAll.get()
                        || shownSoFar.contains(advert.submission().id()))
                .sorted(Comparator.comparing((StaleAdvert advert) -> advert.profile() != selected)
                        .thenComparing(StaleAdvert::profile, Comparator.reverseOrder())
                        .thenComparing(advert -> advert.since().orElse(Instant.MIN), Comparator.reverseOrder()))
                .toList();
        adverts.forEach(advert -> shownSoFar.add(advert.submission().id()));
        ObservableLists.update(shown, adverts);
    }

    /** Ends the updates of the list. */
    @Override
    public void close() {
        listening.unsubscribe();
    }
}
