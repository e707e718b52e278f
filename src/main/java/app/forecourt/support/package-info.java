/** The support file: log, versions and settings without personal data. */
@NullMarked
package app.forecourt.support;

import org.jspecify.annotations.NullMarked;
