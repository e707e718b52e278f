/** Secrets: the vault, the key in keychain or file, and redaction of texts. */
@NullMarked
package app.forecourt.secret;

import org.jspecify.annotations.NullMarked;
