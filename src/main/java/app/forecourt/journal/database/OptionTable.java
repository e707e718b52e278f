package app.forecourt.journal.database;

import app.forecourt.option.BoundedOptionListBuilder;
import app.forecourt.option.CarOption;
import app.forecourt.settings.Profile;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The table with the option list of each profile as it was loaded last. */
public final class OptionTable {
    private static final String ADDRESS = "address";
    private static final String WHOLE = "whole";
    private static final String OPTIONS = "options";

    private OptionTable() {}

    /**
     * An option list that was loaded in this run or an earlier one.
     *
     * @param loaded the time at which AutoChat sent the list
     * @param whole true if AutoChat had no further options
     */
    public record CachedOptions(List<CarOption> options, Instant loaded, boolean whole) {
        public CachedOptions {
            options = List.copyOf(options);
        }
    }

    public static int save(
            Database database, Profile profile, String address, List<CarOption> options, boolean whole, Instant now)
            throws SQLException {
        ObjectNode object = DraftJson.newObject().put(ADDRESS, address).put(WHOLE, whole);
        ArrayNode array = object.putArray(OPTIONS);
        options.forEach(option -> array.addArray().add(option.name()).add(option.prettyName()));
        return database.update("""
                INSERT INTO option_list (profile, options, loaded) VALUES (?, ?, ?)
                ON CONFLICT (profile) DO UPDATE SET options = excluded.options, loaded = excluded.loaded
                """, profile, DraftJson.toText(object), now);
    }

    /**
     * Returns a profile's option list; empty if there is none, or if the list came from another address. An earlier
     * version stored lists without an address.
     */
    public static Optional<CachedOptions> find(Database database, Profile profile, String address) throws SQLException {
        return database
                .queryReadable("SELECT * FROM option_list WHERE profile = ?", row -> readOptions(row, address), profile)
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    /**
     * Converts a row of the table to an option list; empty if the list came from another address. The list is within
     * the bounds, because an earlier version stored names of any length.
     *
     * @throws IllegalArgumentException if a value can't be understood
     * @throws IllegalStateException if the row holds damaged JSON
     */
    public static Optional<CachedOptions> readOptions(ResultSet row, String address) throws SQLException {
        ColumnConverter.profile(row);
        Instant loaded = ColumnConverter.time(row, "loaded");
        JsonNode json = DraftJson.read(row.getString(OPTIONS));
        if (!json.path(ADDRESS).asText().equals(address)) {
            return Optional.empty();
        }
        BoundedOptionListBuilder list = new BoundedOptionListBuilder();
        json.path(OPTIONS)
                .forEach(option -> list.add(
                        new CarOption(option.path(0).asText(), option.path(1).asText())));
        return Optional.of(
                new CachedOptions(list.options(), loaded, json.path(WHOLE).asBoolean(true) && !list.lacksOptions()));
    }
}
