/** The option lists of the profiles: loading, caching, refreshing. */
@NullMarked
package app.forecourt.model.options;

import org.jspecify.annotations.NullMarked;
