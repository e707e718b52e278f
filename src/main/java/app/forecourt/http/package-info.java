/** OkHttp clients: one that posts at most once, one that reads, and one for untrusted addresses. */
@NullMarked
package app.forecourt.http;

import org.jspecify.annotations.NullMarked;
