/** Import, export and support actions of the menu. */
@NullMarked
package app.forecourt.ui.transfer;

import org.jspecify.annotations.NullMarked;
