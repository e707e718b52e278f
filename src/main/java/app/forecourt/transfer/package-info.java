/** What leaves the program as a file: export of the stock, and the support file without personal data. */
@NullMarked
package app.forecourt.transfer;

import org.jspecify.annotations.NullMarked;
