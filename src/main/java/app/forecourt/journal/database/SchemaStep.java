package app.forecourt.journal.database;

import app.forecourt.text.BundledResource;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.sql.SQLException;

/** A step of the migration to the next schema, given by the script with its number. */
record SchemaStep(int version) {
    /** The first schema with the keys of the duplicate guard. */
    private static final int KEYED = 2;

    /** Runs the step within the caller's transaction. Returns the new schema. */
    int run(Database transaction) throws SQLException {
        transaction.execute(script() + "\nPRAGMA user_version = " + version);
        if (version == KEYED) {
            DuplicateSubmissionFinder.storeKeys(transaction, "true");
        }
        return version;
    }

    private String script() {
        try (Reader script = BundledResource.open(SchemaStep.class, "schema-" + version + ".sql")) {
            return script.readAllAsString();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
