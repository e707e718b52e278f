/** The use cases: send cars, speak to the AutoChat of each profile, fetch photos, export, move to another computer. */
@NullMarked
package app.forecourt.listing;

import org.jspecify.annotations.NullMarked;
