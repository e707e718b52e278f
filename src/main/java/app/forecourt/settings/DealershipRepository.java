package app.forecourt.settings;

import app.forecourt.settings.Dealership.Part;
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
import java.util.stream.Stream;

/**
 * The dealerships that this desk sells for, the default first, as the preferences have them now. On a managed desk an id
 * from outside stands in for the default's on staging and production. Practice knows every one of them under an id of
 * its own, so that a car can go there and come back to where it was.
 */
public final class DealershipRepository {
    /** The most there are. */
    public static final int MOST = 100;
    private static final String ROWS = "dealerships";
    /** An earlier version knew one, without a name. */
    private static final String STAGING_ONE = "stagingDealershipId";
    private static final String PRODUCTION_ONE = "productionDealershipId";
    private static final List<String> MEMBERS = List.of(ROWS, STAGING_ONE, PRODUCTION_ONE);

    private final Preferences preferences;
    private final String practice;

    /**
     * One dealership as it holds now.
     *
     * @param ids by profile, blank where it is not known
     */
    public record Branch(String name, Map<Profile, String> ids) {
        public Branch {
            ids = Map.copyOf(ids);
        }

        /** Its id on a profile; blank when it is not known there. */
        public String id(Profile profile) {
            return ids.getOrDefault(profile, "");
        }

        /** Whether anything of it is set up; practice has an id for it in any case. */
        public boolean isSetUp() {
            return !(name + id(Profile.STAGING) + id(Profile.PRODUCTION)).isEmpty();
        }

        /** What it is called: its name, or an id of it. */
        public String label() {
            return Stream.of(name, id(Profile.PRODUCTION), id(Profile.STAGING), id(Profile.PRACTICE))
                    .filter(text -> !text.isEmpty()).findFirst().orElse("");
        }
    }

    /** @param practice the default's id in practice */
    public DealershipRepository(Preferences preferences, String practice) {
        this.preferences = preferences;
        this.practice = practice;
    }

    /** Those that were typed, the default first and there also when nothing is typed of it. */
    public List<Dealership> typed() {
        return read(preferences.members(MEMBERS));
    }

    /** Keeps them, the default first. Of those with nothing typed only a default that has an id from outside stays. */
    public void put(List<Dealership> rows) {
        boolean given = given().isPresent();
        preferences.members(MEMBERS, write(IntStream.range(0, rows.size())
                .filter(row -> !rows.get(row).isBlank() || (given && row == 0)).mapToObj(rows::get)
                .toList()));
    }

    /** The id that stands in for the default's, and the variable that says so. */
    public Optional<Given> given() {
        return preferences.given(Setting.DEALERSHIP)
                .map(id -> new Given(CredentialCleaner.trimmed(id),
                        preferences.fixedBy(Setting.DEALERSHIP).orElseThrow()));
    }

    /** @param by an environment variable */
    public record Given(String id, String by) {}

    /** Those that hold now, the default first. */
    public List<Branch> all() {
        List<Dealership> typed = typed();
        return IntStream.range(0, typed.size()).mapToObj(row -> branch(typed.get(row), row == 0)).toList();
    }

    private Branch branch(Dealership typed, boolean standard) {
        Map<Profile, String> ids = new EnumMap<>(Profile.class);
        Optional<String> given = given().map(Given::id).filter(any -> standard);
        ids.put(Profile.STAGING, given.orElse(typed.staging()));
        ids.put(Profile.PRODUCTION, given.orElse(typed.production()));
        String there = standard ? practice : practice + " " + new Branch(typed.name(), ids).label();
        ids.put(Profile.PRACTICE, there.substring(0, Math.min(there.length(), Dealership.LONGEST)));
        return new Branch(typed.name(), ids);
    }

    /** The ids on a profile, the default's first. */
    public List<String> ids(Profile profile) {
        return List.copyOf(names(profile).keySet());
    }

    /** The ids on a profile with the names behind them, blank for one without a name; the default's first. */
    public Map<String, String> names(Profile profile) {
        Map<String, String> names = new LinkedHashMap<>();
        all().stream().filter(branch -> !branch.id(profile).isEmpty())
                .forEach(branch -> names.putIfAbsent(branch.id(profile), branch.name()));
        return names;
    }

    /** The default's id on a profile; may be blank. */
    public String standard(Profile profile) {
        return all().getFirst().id(profile);
    }

    /** The name of the dealership that has that id on a profile. */
    public Optional<String> name(Profile profile, String id) {
        return Optional.ofNullable(names(profile).get(id)).filter(name -> !name.isEmpty());
    }

    /** The id on another profile of the dealership that has that id on this one, if it is known on both. */
    public Optional<String> counterpart(String id, Profile from, Profile to) {
        return all().stream().filter(branch -> !id.isEmpty() && branch.id(from).equals(id)).findFirst()
                .map(branch -> branch.id(to)).filter(there -> !there.isEmpty());
    }

    /** Whether both are ids of one dealership, wherever; two that are none of ours only when they are equal. */
    public boolean isSame(String one, String other) {
        return one.equals(other) || all().stream().map(branch -> branch.ids().values())
                .anyMatch(ids -> ids.contains(one) && ids.contains(other));
    }

    /**
     * Reads dealerships from a JSON object. What a hand has spoiled is as if it were not there.
     *
     * @return at least one, the default
     */
    public static List<Dealership> read(JsonNode members) {
        List<Dealership> rows = new ArrayList<>();
        if (members.path(ROWS) instanceof ArrayNode array) {
            array.valueStream().filter(ObjectNode.class::isInstance).limit(MOST)
                    .map(row -> new Dealership(text(row, key(Part.NAME)), text(row, key(Part.STAGING)),
                            text(row, key(Part.PRODUCTION))))
                    .filter(row -> rows.isEmpty() || !row.isBlank()).forEach(rows::add);
        } else {
            rows.add(new Dealership("", text(members, STAGING_ONE), text(members, PRODUCTION_ONE)));
        }
        return rows.isEmpty() ? List.of(Dealership.BLANK) : List.copyOf(rows);
    }

    private static String text(JsonNode row, String member) {
        String text = row.path(member).isTextual() ? CredentialCleaner.trimmed(row.path(member).textValue())
                : "";
        return text.length() <= Dealership.LONGEST ? text : "";
    }

    /** The JSON object that {@link #read} reads; empty when nothing is typed. */
    public static ObjectNode write(List<Dealership> rows) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        if (rows.stream().anyMatch(row -> !row.isBlank())) {
            ArrayNode array = object.putArray(ROWS);
            rows.forEach(row -> {
                ObjectNode written = array.addObject();
                Arrays.stream(Part.values()).filter(part -> !row.text(part).isEmpty())
                        .forEach(part -> written.put(key(part), row.text(part)));
            });
        }
        return object;
    }

    private static String key(Part part) {
        return switch (part) {
            case NAME -> "name";
            case STAGING -> "staging";
            case PRODUCTION -> "production";
        };
    }
}
