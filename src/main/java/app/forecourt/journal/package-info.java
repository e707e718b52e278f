/** SQLite persistence: cars, templates, submissions, option lists and daily backups. One file, one writer thread. */
@NullMarked
package app.forecourt.journal;

import org.jspecify.annotations.NullMarked;
