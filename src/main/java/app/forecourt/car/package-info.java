/** The domain: fields, drafts as typed, valid cars and the problems of a draft. Pure Java without I/O. */
@NullMarked
package app.forecourt.car;

import org.jspecify.annotations.NullMarked;
