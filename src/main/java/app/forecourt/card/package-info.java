/** The windscreen card: what it says, where each part is on the page, its PDF file, and the dealer's logo. */
@NullMarked
package app.forecourt.card;

import org.jspecify.annotations.NullMarked;
