/** The stock of cars: submissions, listing status, marks and rows of the stock list. */
@NullMarked
package app.forecourt.stock;

import org.jspecify.annotations.NullMarked;
