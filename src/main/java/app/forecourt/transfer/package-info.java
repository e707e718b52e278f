/** Export and import. */
@NullMarked
package app.forecourt.transfer;

import org.jspecify.annotations.NullMarked;
