/** Tables, rows and the schema of the journal's SQLite file. */
@NullMarked
package app.forecourt.journal.database;

import org.jspecify.annotations.NullMarked;
