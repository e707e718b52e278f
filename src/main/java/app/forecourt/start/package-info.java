/** What runs once at the beginning or the end: the first window and its bounds, log, reports of faults, closing. */
@NullMarked
package app.forecourt.start;

import org.jspecify.annotations.NullMarked;
