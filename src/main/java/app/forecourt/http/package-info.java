/** The HTTP clients: one that posts at most once, one that reads, and the way to hosts that nobody vouched for. */
@NullMarked
package app.forecourt.http;

import org.jspecify.annotations.NullMarked;
