/** Views of the option list and of a pasted equipment list. */
@NullMarked
package app.forecourt.ui.options;

import org.jspecify.annotations.NullMarked;
