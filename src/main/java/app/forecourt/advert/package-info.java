/** Advert texts: the facts of a car in four languages, building blocks and descriptions. */
@NullMarked
package app.forecourt.advert;

import org.jspecify.annotations.NullMarked;
