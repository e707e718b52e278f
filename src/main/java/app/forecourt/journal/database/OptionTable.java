package app.forecourt.journal.database;

import app.forecourt.option.BoundedOptions;
import app.forecourt.option.CarOption;
import app.forecourt.settings.Profile;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The table with the option list of each profile as it was loaded last. */
public final class OptionTable {
    private OptionTable() {}

    public static int save(Database database, Profile profile, String address, List<CarOption> options,
            boolean whole,
            int leftOut, Instant now) throws SQLException {
        return database.update("""
                INSERT INTO option_list (profile, options, loaded) VALUES (?, ?, ?)
                ON CONFLICT (profile) DO UPDATE SET options = excluded.options, loaded = excluded.loaded
                """, profile, DraftJson.of(address, options, whole, leftOut), now);
    }

    /** Returns a profile's option list; empty if there is none, or if the list came from another address. */
    public static Optional<CachedOptions> find(Database database, Profile profile, String address)
            throws SQLException {
        return database.queryReadable("SELECT options, loaded FROM option_list WHERE profile = ?",
                row -> DraftJson.address(row.getString("options")).equals(address)
                        ? Optional.of(bounded(row.getString("options"), ColumnConverter.time(row, "loaded")))
                        : Optional.<CachedOptions>empty(),
                profile).stream().flatMap(Optional::stream).findFirst();
    }

    /** Returns a list within the bounds, because an earlier version stored names of any length. */
    private static CachedOptions bounded(String json, Instant loaded) {
        BoundedOptions options = new BoundedOptions();
        DraftJson.options(json).forEach(options::add);
        return new CachedOptions(options.options(), loaded,
                DraftJson.whole(json) && !options.isFull() && options.leftOutCount() == 0,
                DraftJson.leftOut(json) + options.leftOutCount());
    }
}
