/** Documents of a shared stock and their merge field by field. Pure Java without I/O. */
@NullMarked
package app.forecourt.sharing.merge;

import org.jspecify.annotations.NullMarked;
