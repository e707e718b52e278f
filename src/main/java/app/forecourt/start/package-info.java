/** The composition root, and what runs once at the beginning or the end: first window, log, fault reports, closing. */
@NullMarked
package app.forecourt.start;

import org.jspecify.annotations.NullMarked;
