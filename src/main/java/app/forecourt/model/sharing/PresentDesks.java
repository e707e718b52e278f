package app.forecourt.model.sharing;

import app.forecourt.sharing.SyncStatus;
import app.forecourt.sharing.server.DeskPresence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/** The other desks at work, with the cars that are open there. Used on the FX thread only. */
final class PresentDesks {
    private final ReadOnlyObjectWrapper<Map<UUID, List<String>>> byCar = new ReadOnlyObjectWrapper<>(Map.of());
    private Optional<UUID> ownDesk = Optional.empty();

    /** @param status the status of the sync; empty if nothing is shared */
    PresentDesks(ObservableValue<Optional<SyncStatus>> status) {
        status.subscribe(this::show);
    }

    /** Returns the names of the other desks by the car that is open there. */
    ReadOnlyObjectProperty<Map<UUID, List<String>>> byCar() {
        return byCar.getReadOnlyProperty();
    }

    /** Sets this desk, which is not another one; empty if it is unknown. */
    void setOwnDesk(Optional<UUID> desk) {
        ownDesk = desk;
    }

    private void show(Optional<SyncStatus> status) {
        Map<UUID, List<String>> names = new HashMap<>();
        if (status.orElse(null) instanceof SyncStatus.Together together) {
            for (DeskPresence other : together.desks()) {
                other.car()
                        .filter(_ -> !ownDesk.equals(Optional.of(other.id())))
                        .ifPresent(car -> names.computeIfAbsent(car, _ -> new ArrayList<>())
                                .add(other.name()));
            }
        }
        byCar.set(names);
    }
}
