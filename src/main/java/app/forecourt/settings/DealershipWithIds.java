package app.forecourt.settings;

import java.util.Map;
import java.util.stream.Stream;

/**
 * A dealership with its effective ids.
 *
 * @param ids the ids by profile; blank if the dealership is not known on a profile
 */
public record DealershipWithIds(String name, Map<Profile, String> ids) {
    public DealershipWithIds {
        ids = Map.copyOf(ids);
    }

    /** Returns the id on a profile; blank if the dealership is not known there. */
    public String id(Profile profile) {
        return ids.getOrDefault(profile, "");
    }

    /** Returns whether a name or an id is set. The id on practice does not count, because it always exists. */
    public boolean isSetUp() {
        return !(name + id(Profile.STAGING) + id(Profile.PRODUCTION)).isEmpty();
    }

    /** Returns a text for display: the name, or an id if the name is blank. */
    public String label() {
        return Stream.of(name, id(Profile.PRODUCTION), id(Profile.STAGING), id(Profile.PRACTICE))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }
}
