/** Export, import and the move to another computer. */
@NullMarked
package app.forecourt.transfer;

import org.jspecify.annotations.NullMarked;
