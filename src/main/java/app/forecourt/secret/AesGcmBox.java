package app.forecourt.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals texts with one key: AES-256 in Galois/Counter Mode (NIST SP 800-38D) with a fresh random nonce each time. A text
 * sealed under one name does not open under another.
 */
final class AesGcmBox {
    private static final String METHOD = "AES/GCM/NoPadding";
    private static final int KEY = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;

    private AesGcmBox(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    /** The box of a key that was kept as text; empty when that is none. */
    static Optional<AesGcmBox> of(String key) {
        try {
            byte[] bytes = Base64.getDecoder().decode(key);
            return bytes.length == KEY ? Optional.of(new AesGcmBox(bytes)) : Optional.empty();
        } catch (IllegalArgumentException noKey) {
            return Optional.empty();
        }
    }

    /** A new key, as text. */
    static String freshKey() {
        byte[] key = new byte[KEY];
        RANDOM.nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    String seal(String name, String text) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, name)
                    .doFinal(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(
                    ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array());
        } catch (GeneralSecurityException neverHere) {
            throw new IllegalStateException("every Java has AES", neverHere);
        }
    }

    /** The text again; empty when it was sealed with another key or under another name, or was changed since. */
    Optional<String> open(String name, String sealed) {
        try {
            byte[] bytes = Base64.getDecoder().decode(sealed);
            if (bytes.length < NONCE) {
                return Optional.empty();
            }
            byte[] nonce = Arrays.copyOf(bytes, NONCE);
            byte[] text = cipher(Cipher.DECRYPT_MODE, nonce, name).doFinal(bytes, NONCE,
                    bytes.length - NONCE);
            return Optional.of(new String(text, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException other) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String name) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(METHOD);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
