/** The shared stock: the sync of cars and submissions between the journal and the server, and claims of cars. */
@NullMarked
package app.forecourt.sharing;

import org.jspecify.annotations.NullMarked;
