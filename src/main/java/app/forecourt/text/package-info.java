/** Parsing and formatting of numbers, dates, units and plain text. Knows nothing about cars. */
@NullMarked
package app.forecourt.text;

import org.jspecify.annotations.NullMarked;
