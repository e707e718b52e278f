package app.forecourt.transfer;

import app.forecourt.file.AtomicFile;
import app.forecourt.http.UrlPolicy;
import app.forecourt.secret.Vault;
import app.forecourt.settings.Preferences;
import app.forecourt.settings.Setting;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The support file, which may be shown to others: versions, settings and logs. It has no secrets, no data that
 * identifies the dealer, and no data of a car. An unreadable log is named and left out, because the file is needed most
 * when something is broken.
 */
public final class SupportFile {
    /**
     * Settings with a text that identifies nobody. All others are masked, so that settings of later versions are masked
     * too.
     */
    private static final Set<Setting> PLAIN = EnumSet.of(
            Setting.PROFILE,
            Setting.KEEP_SECRETS,
            Setting.THEME,
            Setting.COUNTRY,
            Setting.TAX_AMOUNT,
            Setting.WINDOW,
            Setting.PHOTO_STORE);

    private static final Set<Setting> ADDRESSES =
            EnumSet.of(Setting.STAGING_ADDRESS, Setting.PRODUCTION_ADDRESS, Setting.TOKEN_ADDRESS);
    /** The length from which two characters at each end of a text may be shown. */
    private static final int MASKABLE = 8;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Preferences preferences;
    private final Vault vault;
    private final Program program;
    private final Clock clock;

    /** The version of the running program, and the folder of its logs. */
    public record Program(String version, Path logs) {}

    public SupportFile(Preferences preferences, Vault vault, Program program, Clock clock) {
        this.preferences = preferences;
        this.vault = vault;
        this.program = program;
        this.clock = clock;
    }

    /** Returns the name of today's file: {@code forecourt-support-2026-11-24.zip}. */
    public String fileName() {
        return "forecourt-support-" + LocalDate.now(clock) + ".zip";
    }

    /**
     * Writes the file, completely or not at all, readable only by its owner. Replaces an existing file. Blocks on the
     * disk.
     *
     * @throws IOException if the file can't be written
     */
    public void write(Path file) throws IOException {
        AtomicFile.writePrivate(file, out -> {
            ZipOutputStream zip = new ZipOutputStream(out);
            add(zip, "versions.json", versions().toPrettyString());
            add(zip, "settings.json", settings().toPrettyString());
            addLogs(zip);
            zip.finish();
        });
    }

    private void add(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(vault.redaction().redact(text).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private ObjectNode versions() {
        ObjectNode versions =
                JSON.objectNode().put("written", clock.instant().toString()).put("forecourt", program.version());
        for (String property : new String[] {
            "java.runtime.version",
            "java.vendor",
            "java.vm.info",
            "javafx.runtime.version",
            "os.name",
            "os.version",
            "os.arch",
            "user.language",
            "user.country"
        }) {
            versions.put(property, System.getProperty(property, ""));
        }
        return versions.put("zone", clock.getZone().getId());
    }

    private ObjectNode settings() {
        ObjectNode settings = JSON.objectNode();
        ObjectNode fixed = JSON.objectNode();
        for (Setting setting : Setting.values()) {
            settings.put(setting.key(), shown(setting));
            preferences.fixedBy(setting).ifPresent(source -> fixed.put(setting.key(), source));
        }
        settings.set("fixedBy", fixed);
        return settings.put("secrets", word(vault.state().storage())).put("trouble", word(preferences.trouble()));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private String shown(Setting setting) {
        if (setting.isSecret()) {
            return vault.has(setting) ? "kept" : "";
        }
        String text = preferences.get(setting);
        return PLAIN.contains(setting)
                ? text
                : ADDRESSES.contains(setting) ? UrlPolicy.host(text).orElse("…") : masked(text);
    }

    /** Masks a text. The rest is enough to distinguish two texts on the telephone. */
    private static String masked(String text) {
        return text.length() < MASKABLE
                ? text.isBlank() ? "" : "…"
                : text.substring(0, 2) + "…" + text.substring(text.length() - 2);
    }

    private void addLogs(ZipOutputStream zip) throws IOException {
        if (!Files.isDirectory(program.logs())) {
            return;
        }
        try (DirectoryStream<Path> logs = Files.newDirectoryStream(program.logs(), "forecourt.*.log")) {
            for (Path log : logs) {
                add(zip, "logs/" + log.getFileName(), readLog(log));
            }
        }
    }

    private String readLog(Path log) {
        try {
            // A log file may begin within a character, so damaged characters are replaced.
            String text = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
            return RedactedLog.of(withoutUser(text));
        } catch (IOException unreadable) {
            return "unreadable\n";
        }
    }

    /** Replaces the home directory and the data folder, because their paths have the user's name. */
    private String withoutUser(String text) {
        String shortened = text;
        for (Path folder : List.of(
                Path.of(Objects.requireNonNullElse(System.getProperty("user.home"), "")),
                program.logs().resolveSibling(""))) {
            shortened = folder.getNameCount() > 0 && folder.isAbsolute()
                    ? shortened.replace(folder.toString(), "~")
                    : shortened;
        }
        return shortened;
    }
}
