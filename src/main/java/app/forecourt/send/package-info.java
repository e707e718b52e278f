/** The outbox: sends the submissions of each profile in order, each written to the journal first. */
@NullMarked
package app.forecourt.send;

import org.jspecify.annotations.NullMarked;
