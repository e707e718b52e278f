/** The HTTP clients: one that posts at most once, one that reads. */
@NullMarked
package app.forecourt.http;

import org.jspecify.annotations.NullMarked;
