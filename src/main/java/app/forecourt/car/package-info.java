/** The domain: fields, drafts as typed, valid cars and the problems of a draft. Pure Java, no input or output. */
@NullMarked
package app.forecourt.car;

import org.jspecify.annotations.NullMarked;
