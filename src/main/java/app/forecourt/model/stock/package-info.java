/** The stock list's model: rows, search and templates. */
@NullMarked
package app.forecourt.model.stock;

import org.jspecify.annotations.NullMarked;
