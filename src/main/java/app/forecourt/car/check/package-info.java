/** Field parsing and cross-field rules that turn a draft into a valid car or into problems. */
@NullMarked
package app.forecourt.car.check;

import org.jspecify.annotations.NullMarked;
