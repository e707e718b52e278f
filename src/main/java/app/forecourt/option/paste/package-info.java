/** Parsing of pasted equipment lists. */
@NullMarked
package app.forecourt.option.paste;

import org.jspecify.annotations.NullMarked;
