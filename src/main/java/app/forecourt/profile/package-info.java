/** Where cars go (practice, staging, production) and what this desk prefers, kept in one local file. */
@NullMarked
package app.forecourt.profile;

import org.jspecify.annotations.NullMarked;
