/** Files for other programs and people: the export of the stock, and the support file without personal data. */
@NullMarked
package app.forecourt.transfer;

import org.jspecify.annotations.NullMarked;
