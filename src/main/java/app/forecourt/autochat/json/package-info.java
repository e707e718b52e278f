/** Cars as AutoChat's JSON: writing a car, reading one for import. */
@NullMarked
package app.forecourt.autochat.json;

import org.jspecify.annotations.NullMarked;
