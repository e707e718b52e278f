/**
 * The composition root, and the parts that run once at the beginning or the end: first window, log, fault reports,
 * closing.
 */
@NullMarked
package app.forecourt.start;

import org.jspecify.annotations.NullMarked;
