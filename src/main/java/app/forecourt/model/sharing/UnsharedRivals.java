package app.forecourt.model.sharing;

import app.forecourt.model.form.Rival;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The texts of other desks that the stock does not have as rivals, by car. They stay until the user has answered, and
 * the car has left the form. Used on the FX thread only.
 */
final class UnsharedRivals {
    private final Map<UUID, List<Rival>> byCar = new HashMap<>();
    /** The car in the form, if the form offers no text any more. */
    private Optional<UUID> answered = Optional.empty();

    /** Returns the cars with texts. */
    Set<UUID> cars() {
        return byCar.entrySet().stream()
                .filter(car -> !car.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Returns the texts of a car. */
    List<Rival> of(UUID car) {
        return List.copyOf(byCar.getOrDefault(car, List.of()));
    }

    void add(UUID car, Rival rival) {
        byCar.computeIfAbsent(car, _ -> new ArrayList<>()).add(rival);
    }

    void removeIf(UUID car, Predicate<Rival> condition) {
        byCar.getOrDefault(car, new ArrayList<>()).removeIf(condition);
    }

    /** Notes whether the form offers a text of its car. */
    void setOffered(UUID car, boolean isOffered) {
        answered = isOffered ? Optional.empty() : Optional.of(car);
    }

    /** Forgets the texts of a car that has left the form, if the user has answered all of them. */
    void onFormLeft(UUID car) {
        if (answered.equals(Optional.of(car))) {
            byCar.remove(car);
        }
    }
}
