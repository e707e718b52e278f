package app.forecourt.journal.database;

import app.forecourt.photo.upload.PhotoUpload;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Queries for the photos that the user stopped or took out of their cars, and for what still refers to them. */
public final class UnusedPhotos {
    /** The states of submissions that AutoChat certainly does not have. A damaged state is none of them. */
    private static final String NOT_TURNED_DOWN = "state NOT IN ('rejected', 'refused', 'limited', 'not_sent')";

    private UnusedPhotos() {}

    /**
     * Returns the photos that were stopped or taken out and are not in the saved draft of their own car. Another car
     * may have them.
     */
    public static List<PhotoUpload> candidates(Database database) throws SQLException {
        return database.queryReadable("""
                        SELECT photo.* FROM photo LEFT JOIN car ON car.id = photo.car
                        WHERE photo.state IN ('stopped', 'removed') AND (car.id IS NULL OR NOT (instr(car.draft, photo.id)
                        OR instr(car.draft, coalesce(photo.address, photo.id)))) ORDER BY photo.begun, photo.rowid
                        """, PhotoTable::readPhoto);
    }

    /** Returns those of the cars that Staging or Production has, or may have or get. */
    public static Set<UUID> sentCars(Database database, Collection<UUID> cars) throws SQLException {
        Set<UUID> sent = new HashSet<>();
        for (UUID car : cars) {
            database.queryFirst(
                            "SELECT 1 FROM attempt WHERE car = ? AND profile <> 'practice' AND " + NOT_TURNED_DOWN
                                    + " LIMIT 1",
                            row -> 1,
                            car)
                    .ifPresent(_ -> sent.add(car));
        }
        return sent;
    }

    /**
     * Returns the photos that the draft of a car, a template or a submission refers to, by line or by address. Only a
     * submission of the photo's own car that was turned down does not count, because nothing returns to it. Reads all
     * cars.
     */
    public static Set<UUID> inUse(Database database, List<PhotoUpload> photos) throws SQLException {
        Set<UUID> used = new HashSet<>();
        database.query(
                "SELECT draft FROM car UNION ALL SELECT draft FROM template",
                row -> addReferences(used, row.getString(1), photos));
        database.query("SELECT car, " + NOT_TURNED_DOWN + ", draft, payload FROM attempt", row -> {
            String car = row.getString(1);
            boolean counts = row.getBoolean(2);
            return addReferences(
                    used,
                    row.getString(3) + row.getString(4),
                    photos.stream()
                            .filter(photo -> counts || !photo.car().toString().equals(car))
                            .toList());
        });
        return used;
    }

    private static boolean addReferences(Set<UUID> used, String text, List<PhotoUpload> photos) {
        photos.stream().filter(photo -> photo.isIn(text)).map(PhotoUpload::id).forEach(used::add);
        return true;
    }
}
