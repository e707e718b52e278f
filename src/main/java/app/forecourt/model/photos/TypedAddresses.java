package app.forecourt.model.photos;

import app.forecourt.photo.store.StoreSettings.Kind;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The addresses that the user has typed for each kind of web space, as long as the settings are open. */
public final class TypedAddresses {
    private final Map<Kind, String> typed = new EnumMap<>(Kind.class);
    private Optional<Kind> current;
    /** The address that was stored without a kind. */
    private String stored = "";

    /** @param current the kind at first; empty if none is chosen */
    public TypedAddresses(Optional<Kind> current) {
        this.current = current;
    }

    /**
     * Returns the address to show for a kind that was chosen: the one that was typed for it, or another one that it can
     * have, or none.
     *
     * @param address the address that was shown until now
     */
    public String choose(Kind chosen, String address) {
        current.ifPresentOrElse(kind -> typed.put(kind, address), () -> stored = address);
        current = Optional.of(chosen);
        return Optional.ofNullable(typed.get(chosen))
                .filter(Predicate.not(String::isBlank))
                .or(() -> Stream.concat(Stream.of(address, stored), typed.values().stream())
                        .filter(text -> !text.isBlank() && chosen.takes(text))
                        .findFirst())
                .orElse("");
    }
}
