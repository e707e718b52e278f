package app.forecourt.secret.scan;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A scanner that finds secrets in bytes in every encoding, also halves of secrets. */
final class SecretScanner {
    private static final int HALF = 20;
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    /** The descriptions by searched bytes, which are stored as text with one character a byte. */
    private final Map<String, String> needles = new LinkedHashMap<>();

    private final Set<String> hits = new TreeSet<>();

    /** @param secrets secrets of 40 characters or more, by name */
    SecretScanner(Map<String, String> secrets) {
        secrets.forEach((name, secret) -> {
            add(name, secret.substring(0, HALF));
            add(name, secret.substring(secret.length() - HALF));
        });
    }

    private void add(String name, String half) {
        byte[] bytes = half.getBytes(StandardCharsets.UTF_8);
        String json = String.valueOf(JsonStringEncoder.getInstance().quoteAsString(half));
        addText(name + ", raw", half);
        addText(name + ", in JSON", json);
        addText(name + ", in JSON", json.replace("/", "\\/"));
        addText(
                name + ", in HTML",
                half.replace("&", "&amp;")
                        .replace("\"", "&quot;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;"));
        addText(name + ", in a URL", URLEncoder.encode(half, StandardCharsets.UTF_8));
        addText(name + ", as hex", HexFormat.of().formatHex(bytes));
        addText(name + ", as HEX", HexFormat.of().withUpperCase().formatHex(bytes));
        for (int offset = 0; offset < 3; offset++) {
            byte[] shifted = new byte[offset + bytes.length];
            System.arraycopy(bytes, 0, shifted, offset, bytes.length);
            addText(name + ", in Base64", inner(Base64.getEncoder().encodeToString(shifted), offset));
            addText(name + ", in Base64url", inner(Base64.getUrlEncoder().encodeToString(shifted), offset));
        }
    }

    /** Returns a Base64 text without its ends, which depend on neighbouring bytes. */
    private static String inner(String base64, int offset) {
        return base64.substring(offset == 0 ? 0 : 4, 24);
    }

    private void addText(String description, String text) {
        for (Charset charset :
                new Charset[] {StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE}) {
            needles.putIfAbsent(
                    new String(text.getBytes(charset), StandardCharsets.ISO_8859_1),
                    charset == StandardCharsets.UTF_8 ? description : description + " and " + charset);
        }
    }

    /** Scans all files in a directory. */
    void scan(Path directory) throws IOException {
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path file : paths.filter(Files::isRegularFile).toList()) {
                scan(directory.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
    }

    /** Scans the bytes of a file, and the entries of an archive. */
    void scan(String place, byte[] bytes) throws IOException {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        needles.forEach((needle, description) -> {
            if (text.contains(needle)) {
                hits.add(place + ": " + description);
            }
        });
        if (bytes.length > ZIP.length && Arrays.equals(Arrays.copyOf(bytes, ZIP.length), ZIP)) {
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    scan(place + "!" + entry.getName(), zip.readAllBytes());
                }
            }
        }
    }

    void scan(String place, String text) throws IOException {
        scan(place, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the hits: place, secret and form. */
    Set<String> hits() {
        return hits;
    }
}
