/** The history of a car: its earlier versions, its marks and its submissions, with the differences field by field. */
@NullMarked
package app.forecourt.history;

import org.jspecify.annotations.NullMarked;
