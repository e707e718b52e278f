package app.forecourt.car;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The desk's own dealerships as one profile sees them: what is typed for a car's dealership is held against them.
 *
 * @param profile the profile's key
 * @param all the default first
 * @param lacking what the one is called that the car belongs to, if it has no id here
 */
public record KnownDealerships(String profile, List<Seller> all, Optional<String> lacking) {
    /** Of a desk that has none. */
    public static final KnownDealerships NONE = new KnownDealerships("", List.of(), Optional.empty());

    /**
     * One dealership.
     *
     * @param name may be blank
     * @param id what AutoChat calls it here, blank where it is not known
     * @param elsewhere what it is called on other profiles; empty for the stand-in of a desk that has set up none
     */
    public record Seller(String name, String id, Set<String> elsewhere) {
        public Seller {
            elsewhere = Set.copyOf(elsewhere);
        }
    }

    public KnownDealerships {
        all = List.copyOf(all);
    }

    /** The ids on the profile with the names behind them, blank for one without a name. */
    public Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        all.stream().filter(seller -> !seller.id.isEmpty())
                .forEach(seller -> names.putIfAbsent(seller.id, seller.name));
        return names;
    }

    /** Whether the desk has set up any. */
    public boolean areSetUp() {
        return all.stream().anyMatch(seller -> !seller.elsewhere.isEmpty() || !seller.name.isEmpty());
    }
}
