/** Known words, their synonyms, and the words of the user's earlier cars. */
@NullMarked
package app.forecourt.car.vocabulary;

import org.jspecify.annotations.NullMarked;
