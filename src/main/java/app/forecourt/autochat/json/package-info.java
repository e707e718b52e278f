/** AutoChat's JSON: writing a car, reading one for import, and the texts of responses. */
@NullMarked
package app.forecourt.autochat.json;

import org.jspecify.annotations.NullMarked;
