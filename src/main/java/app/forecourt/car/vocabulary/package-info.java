/** Known words and their synonyms. */
@NullMarked
package app.forecourt.car.vocabulary;

import org.jspecify.annotations.NullMarked;
