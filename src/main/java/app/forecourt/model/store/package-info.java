/** The cars in memory and their saving in the journal. */
@NullMarked
package app.forecourt.model.store;

import org.jspecify.annotations.NullMarked;
