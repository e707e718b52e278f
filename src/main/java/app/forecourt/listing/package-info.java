/** The use cases: send a car, load the options of a profile, export the stock list. */
@NullMarked
package app.forecourt.listing;

import org.jspecify.annotations.NullMarked;
