/** Salvage of a damaged journal, page by page. */
@NullMarked
package app.forecourt.journal.salvage;

import org.jspecify.annotations.NullMarked;
