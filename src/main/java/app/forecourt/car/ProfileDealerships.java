package app.forecourt.car;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Dealerships from the user's settings, as one profile knows them. The dealership field of a car is checked against
 * them.
 *
 * @param profile the profile's key
 * @param sellers the dealerships, the default one first
 * @param nameWithoutId name of the car's dealership if it has no id on this profile
 */
public record ProfileDealerships(String profile, List<Seller> sellers, Optional<String> nameWithoutId) {
    /** Value for a user without any dealership in the settings. */
    public static final ProfileDealerships NONE = new ProfileDealerships("", List.of(), Optional.empty());

    /**
     * One dealership.
     *
     * @param name display name; may be blank
     * @param id AutoChat's id on this profile; blank if unknown
     * @param idsElsewhere ids on the other profiles; empty for the placeholder of a user without dealerships
     */
    public record Seller(String name, String id, Set<String> idsElsewhere) {
        public Seller {
            idsElsewhere = Set.copyOf(idsElsewhere);
        }
    }

    public ProfileDealerships {
        sellers = List.copyOf(sellers);
    }

    /** Returns the names by their ids on this profile. The name is blank for a dealership without one. */
    public Map<String, String> namesById() {
        Map<String, String> names = new LinkedHashMap<>();
        sellers.stream()
                .filter(seller -> !seller.id.isEmpty())
                .forEach(seller -> names.putIfAbsent(seller.id, seller.name));
        return names;
    }

    /** Returns whether the settings contain any dealership. */
    public boolean isConfigured() {
        return sellers.stream().anyMatch(seller -> !seller.idsElsewhere.isEmpty() || !seller.name.isEmpty());
    }
}
