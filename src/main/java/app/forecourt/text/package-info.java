/** Parsing and formatting of numbers, dates, units and plain text, independent of cars. */
@NullMarked
package app.forecourt.text;

import org.jspecify.annotations.NullMarked;
