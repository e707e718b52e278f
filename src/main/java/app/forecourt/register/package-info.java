/** The Dutch register of vehicles, as far as its keeper RDW gives it away: what a licence plate tells of its car. */
@NullMarked
package app.forecourt.register;

import org.jspecify.annotations.NullMarked;
