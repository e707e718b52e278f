/** AutoChat's options: groups, names in four languages, and search. */
@NullMarked
package app.forecourt.option;

import org.jspecify.annotations.NullMarked;
