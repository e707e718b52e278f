/** Field parsing and cross-field rules: turns a draft into a valid car or into problems. */
@NullMarked
package app.forecourt.car.check;

import org.jspecify.annotations.NullMarked;
