/** Where cars go (practice, staging, production), what this desk prefers, in one private file, and its secrets. */
@NullMarked
package app.forecourt.profile;

import org.jspecify.annotations.NullMarked;
