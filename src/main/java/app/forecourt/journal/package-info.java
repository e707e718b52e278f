/** The memory: drafts, attempts and their answers, the option lists loaded last; one SQLite file. */
@NullMarked
package app.forecourt.journal;

import org.jspecify.annotations.NullMarked;
