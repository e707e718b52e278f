package app.forecourt.settings;

import app.forecourt.settings.Dealership.Part;
import app.forecourt.text.CredentialCleaner;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The repository of the dealerships that the user sells for, the default first. Each call reads the current
 * preferences.
 *
 * <p>On a managed computer an environment variable replaces the default's id on staging and production. Practice has an
 * id of its own for each dealership. A car keeps its dealership if the user switches to practice and back.
 */
public final class DealershipRepository {
    /** The maximum number of dealerships that are read. */
    public static final int MAX_COUNT = 100;

    private static final String ROWS = "dealerships";
    /** The members of an earlier version, which had a single dealership without a name. */
    private static final String SINGLE_STAGING = "stagingDealershipId";

    private static final String SINGLE_PRODUCTION = "productionDealershipId";
    private static final List<String> MEMBERS = List.of(ROWS, SINGLE_STAGING, SINGLE_PRODUCTION);

    private final Preferences preferences;
    private final String practice;

    /** @param practice the default's id on practice */
    public DealershipRepository(Preferences preferences, String practice) {
        this.preferences = preferences;
        this.practice = practice;
    }

    /** Returns the dealerships as the user entered them. The default comes first and is present even if it is blank. */
    public List<Dealership> stored() {
        return fromJson(preferences.members(MEMBERS));
    }

    /** Saves the dealerships, the default first. Blank rows are dropped, except a default with an id from outside. */
    public void save(List<Dealership> rows) {
        boolean isDefaultFixed = fixedDefault().isPresent();
        preferences.setMembers(
                MEMBERS,
                toJson(IntStream.range(0, rows.size())
                        .filter(row -> !rows.get(row).isBlank() || (isDefaultFixed && row == 0))
                        .mapToObj(rows::get)
                        .toList()));
    }

    /** Returns the id from outside the preferences that replaces the default's id. */
    public Optional<String> fixedDefault() {
        return preferences.fixedValue(Setting.DEALERSHIP).map(CredentialCleaner::trim);
    }

    /** Returns the dealerships with their effective ids, the default first. */
    public List<DealershipWithIds> all() {
        List<Dealership> rows = stored();
        return IntStream.range(0, rows.size())
                .mapToObj(row -> branch(rows.get(row), row == 0))
                .toList();
    }

    private DealershipWithIds branch(Dealership dealership, boolean isDefault) {
        Map<Profile, String> ids = new EnumMap<>(Profile.class);
        Optional<String> fixedId = fixedDefault().filter(_ -> isDefault);
        ids.put(Profile.STAGING, fixedId.orElse(dealership.staging()));
        ids.put(Profile.PRODUCTION, fixedId.orElse(dealership.production()));
        String practiceId =
                isDefault ? practice : practice + " " + new DealershipWithIds(dealership.name(), ids).label();
        ids.put(Profile.PRACTICE, practiceId.substring(0, Math.min(practiceId.length(), Dealership.MAX_LENGTH)));
        return new DealershipWithIds(dealership.name(), ids);
    }

    /** Returns the ids on a profile, the default's first. */
    public List<String> ids(Profile profile) {
        return List.copyOf(namesById(profile).keySet());
    }

    /** Returns the names by id on a profile, the default first. The name may be blank. */
    public Map<String, String> namesById(Profile profile) {
        Map<String, String> names = new LinkedHashMap<>();
        all().stream()
                .filter(branch -> !branch.id(profile).isEmpty())
                .forEach(branch -> names.putIfAbsent(branch.id(profile), branch.name()));
        return names;
    }

    /** Returns the default's id on a profile; may be blank. */
    public String defaultId(Profile profile) {
        return all().getFirst().id(profile);
    }

    /** Returns the name of the dealership with an id on a profile; empty if the id is unknown or the name is blank. */
    public Optional<String> name(Profile profile, String id) {
        return Optional.ofNullable(namesById(profile).get(id)).filter(name -> !name.isEmpty());
    }

    /**
     * Returns the id of the same dealership on another profile; empty if the dealership is not known on both.
     *
     * @param id the id on the first profile
     */
    public Optional<String> counterpart(String id, Profile from, Profile to) {
        return all().stream()
                .filter(branch -> !id.isEmpty() && branch.id(from).equals(id))
                .findFirst()
                .map(branch -> branch.id(to))
                .filter(counterpart -> !counterpart.isEmpty());
    }

    /** Returns whether an id is that of a dealership of the user, on any profile. */
    public boolean isKnown(String id) {
        return all().stream().anyMatch(branch -> branch.ids().containsValue(id));
    }

    /** Returns whether two ids, on any profile, belong to one dealership. Two unknown ids do only if they are equal. */
    public boolean isSameDealership(String firstId, String secondId) {
        return firstId.equals(secondId)
                || all().stream()
                        .map(branch -> branch.ids().values())
                        .anyMatch(ids -> ids.contains(firstId) && ids.contains(secondId));
    }

    /**
     * Reads dealerships from a JSON object. Invalid members, which a user may have edited by hand, are ignored.
     *
     * @return at least one, the default
     */
    public static List<Dealership> fromJson(JsonNode members) {
        List<Dealership> rows = new ArrayList<>();
        if (members.path(ROWS) instanceof ArrayNode array) {
            array.valueStream()
                    .filter(ObjectNode.class::isInstance)
                    .limit(MAX_COUNT)
                    .map(row -> new Dealership(
                            text(row, Part.NAME.key()),
                            text(row, Part.STAGING.key()),
                            text(row, Part.PRODUCTION.key())))
                    .filter(row -> rows.isEmpty() || !row.isBlank())
                    .forEach(rows::add);
        } else {
            rows.add(new Dealership("", text(members, SINGLE_STAGING), text(members, SINGLE_PRODUCTION)));
        }
        return rows.isEmpty() ? List.of(Dealership.BLANK) : List.copyOf(rows);
    }

    private static String text(JsonNode row, String member) {
        String text = row.path(member).isTextual()
                ? CredentialCleaner.trim(row.path(member).textValue())
                : "";
        return text.length() <= Dealership.MAX_LENGTH ? text : "";
    }

    /** Returns the JSON object that {@link #fromJson} reads; an empty object if all dealerships are blank. */
    public static ObjectNode toJson(List<Dealership> rows) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        if (rows.stream().anyMatch(row -> !row.isBlank())) {
            ArrayNode array = object.putArray(ROWS);
            rows.forEach(row -> {
                ObjectNode json = array.addObject();
                Arrays.stream(Part.values())
                        .filter(part -> !row.text(part).isEmpty())
                        .forEach(part -> json.put(part.key(), row.text(part)));
            });
        }
        return object;
    }
}
