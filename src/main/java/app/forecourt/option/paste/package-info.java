/** Reading a pasted equipment list. */
@NullMarked
package app.forecourt.option.paste;

import org.jspecify.annotations.NullMarked;
