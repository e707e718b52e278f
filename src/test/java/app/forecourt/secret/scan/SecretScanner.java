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

/** Looks for secrets in bytes, in every form in which they could lie there; half a secret is found too. */
final class SecretScanner {
    private static final int HALF = 20;
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    /** Bytes as text, one character each, and what they are. */
    private final Map<String, String> needles = new LinkedHashMap<>();
    private final Set<String> hits = new TreeSet<>();

    /** @param secrets by name, of 40 characters or more */
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
        addText(name + ", in HTML", half.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;")
                .replace(">", "&gt;"));
        addText(name + ", in a URL", URLEncoder.encode(half, StandardCharsets.UTF_8));
        addText(name + ", as hex", HexFormat.of().formatHex(bytes));
        addText(name + ", as HEX", HexFormat.of().withUpperCase().formatHex(bytes));
        for (int before = 0; before < 3; before++) {
            byte[] all = new byte[before + bytes.length];
            System.arraycopy(bytes, 0, all, before, bytes.length);
            addText(name + ", in Base64", inner(Base64.getEncoder().encodeToString(all), before));
            addText(name + ", in Base64url", inner(Base64.getUrlEncoder().encodeToString(all), before));
        }
    }

    /** Without the ends, which other neighbours would change. */
    private static String inner(String base64, int before) {
        return base64.substring(before == 0 ? 0 : 4, 24);
    }

    private void addText(String what, String text) {
        for (Charset charset : new Charset[]{StandardCharsets.UTF_8, StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE}) {
            needles.putIfAbsent(new String(text.getBytes(charset), StandardCharsets.ISO_8859_1),
                    charset == StandardCharsets.UTF_8 ? what : what + " and " + charset);
        }
    }

    /** Everything in a directory. */
    void in(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                in(directory.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
    }

    /** A file's bytes; an archive's parts too. */
    void in(String place, byte[] bytes) throws IOException {
        String all = new String(bytes, StandardCharsets.ISO_8859_1);
        needles.forEach((needle, what) -> {
            if (all.contains(needle)) {
                hits.add(place + ": " + what);
            }
        });
        if (bytes.length > ZIP.length && Arrays.equals(Arrays.copyOf(bytes, ZIP.length), ZIP)) {
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
                for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                    in(place + "!" + part.getName(), zip.readAllBytes());
                }
            }
        }
    }

    void in(String place, String text) throws IOException {
        in(place, text.getBytes(StandardCharsets.UTF_8));
    }

    /** What was found where. */
    Set<String> hits() {
        return hits;
    }
}
