/** How a car is told of to those who may buy it: its facts in four languages, and the text of its advert. */
@NullMarked
package app.forecourt.advert;

import org.jspecify.annotations.NullMarked;
