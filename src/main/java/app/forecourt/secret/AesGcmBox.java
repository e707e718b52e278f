package app.forecourt.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encryption of texts with one key: AES-256 in Galois/Counter Mode (NIST SP 800-38D), with a new random nonce each
 * time. The name of a text is authenticated, too. A text that was encrypted under one name can't be decrypted under
 * another.
 */
final class AesGcmBox {
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;

    private AesGcmBox(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    /** Creates the box of a key in Base64; empty if the text is no valid key. */
    static Optional<AesGcmBox> of(String key) {
        try {
            return Optional.of(Base64.getDecoder().decode(key))
                    .filter(bytes -> bytes.length == KEY_BYTES)
                    .map(AesGcmBox::new);
        } catch (IllegalArgumentException noKey) {
            return Optional.empty();
        }
    }

    /** Returns a new random key in Base64. */
    static String newKey() {
        return Base64.getEncoder().encodeToString(random(KEY_BYTES));
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** Encrypts a text, and returns nonce and ciphertext in Base64. */
    String encrypt(String name, String text) {
        byte[] nonce = random(NONCE_BYTES);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, name).doFinal(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder()
                    .encodeToString(ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                            .put(nonce)
                            .put(sealed)
                            .array());
        } catch (GeneralSecurityException neverHere) {
            throw new IllegalStateException("every Java has AES", neverHere);
        }
    }

    /** Decrypts a text; empty if it was encrypted with another key or name, or was changed since. */
    Optional<String> decrypt(String name, String sealed) {
        try {
            byte[] bytes = Base64.getDecoder().decode(sealed);
            byte[] text =
                    cipher(Cipher.DECRYPT_MODE, bytes, name).doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES);
            return Optional.of(new String(text, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException undecryptable) {
            return Optional.empty();
        }
    }

    /** @param nonce bytes that begin with the nonce */
    private Cipher cipher(int mode, byte[] nonce, String name) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce, 0, NONCE_BYTES));
        cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
