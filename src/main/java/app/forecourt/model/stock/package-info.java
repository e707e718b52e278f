/** The stock list's model: rows, search, templates and autosave. */
@NullMarked
package app.forecourt.model.stock;

import org.jspecify.annotations.NullMarked;
