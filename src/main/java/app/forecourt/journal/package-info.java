/** The memory: cars, templates, attempts and their answers, option lists, daily copies; one SQLite file, one thread. */
@NullMarked
package app.forecourt.journal;

import org.jspecify.annotations.NullMarked;
