package app.forecourt.support;

import app.forecourt.environment.ProfileClients;
import app.forecourt.file.AtomicFile;
import app.forecourt.http.UrlPolicy;
import app.forecourt.journal.Journal;
import app.forecourt.journal.database.JournalException;
import app.forecourt.secret.Vault;
import app.forecourt.settings.Preferences;
import app.forecourt.settings.Profile;
import app.forecourt.settings.Setting;
import app.forecourt.stock.Submission;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * What support needs to know, as one file that may be shown to others: versions, settings, how the profiles are doing,
 * what came of the last sendings, and the logs. Without secrets, without what tells the dealer, and without anything of a
 * car. What can't be read is left out and said so: it is needed most when something is broken.
 */
public final class SupportFile {
    private static final int SENDINGS = 50;
    /** Texts that tell nothing of who set them. Others are masked, also those that come to be in later versions. */
    private static final Set<Setting> PLAIN = EnumSet.of(Setting.PROFILE, Setting.KEEP_SECRETS, Setting.THEME,
            Setting.COUNTRY, Setting.TAX_AMOUNT, Setting.WINDOW);
    private static final Set<Setting> ADDRESSES = EnumSet.of(Setting.STAGING_ADDRESS,
            Setting.PRODUCTION_ADDRESS, Setting.TOKEN_ADDRESS);
    /** Of a shorter text two letters at each end are too much. */
    private static final int MASKABLE = 8;
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Journal journal;
    private final Preferences preferences;
    private final Vault vault;
    private final ProfileClients environments;
    private final Program program;
    private final Clock clock;

    /** The running program's version, and where its logs are. */
    public record Program(String version, Path logs) {}

    public SupportFile(Journal journal, Preferences preferences, Vault vault, ProfileClients environments,
            Program program, Clock clock) {
        this.journal = journal;
        this.preferences = preferences;
        this.vault = vault;
        this.environments = environments;
        this.program = program;
        this.clock = clock;
    }

    /** What a file of today is called: {@code forecourt-support-2026-11-24.zip}. */
    public String name() {
        return "forecourt-support-" + LocalDate.now(clock) + ".zip";
    }

    /**
     * Writes it, whole or not at all, readable by its owner only; a file of that name is replaced. Blocks on the disk.
     *
     * @param state how a profile is doing, as far as that is known in this run, without personal text
     * @throws IOException when it can't be written
     */
    public void write(Path file, Function<Profile, String> state) throws IOException {
        AtomicFile.writePrivate(file, out -> {
            ZipOutputStream zip = new ZipOutputStream(out);
            add(zip, "versions.json", versions());
            add(zip, "settings.json", settings());
            add(zip, "profiles.json", profiles(state));
            add(zip, "sendings.json", sendings());
            addLogs(zip);
            zip.finish();
        });
    }

    private void add(ZipOutputStream zip, String name, JsonNode json) throws IOException {
        add(zip, name, JSON.writeValueAsString(json));
    }

    private void add(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(vault.redaction().of(text).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private ObjectNode versions() {
        ObjectNode versions = JSON.createObjectNode().put("written", clock.instant().toString())
                .put("forecourt", program.version());
        for (String property : new String[]{"java.runtime.version", "java.vendor", "javafx.runtime.version",
            "os.name", "os.version", "os.arch", "user.language", "user.country"}) {
            versions.put(property, System.getProperty(property, ""));
        }
        return versions.put("zone", clock.getZone().getId());
    }

    private ObjectNode settings() {
        ObjectNode settings = JSON.createObjectNode();
        ObjectNode fixed = JSON.createObjectNode();
        for (Setting setting : Setting.values()) {
            settings.put(setting.key(), shown(setting));
            preferences.fixedBy(setting).ifPresent(source -> fixed.put(setting.key(), source));
        }
        settings.set("fixedBy", fixed);
        ArrayNode dealerships = settings.putArray("dealerships");
        environments.dealerships().typed().forEach(one -> dealerships.addObject()
                .put("staging", masked(one.staging())).put("production", masked(one.production())));
        return settings.put("trouble", RedactedOutcome.word(preferences.trouble()));
    }

    private String shown(Setting setting) {
        if (setting.isSecret()) {
            return vault.has(setting) ? "kept" : "";
        }
        String text = preferences.get(setting);
        return PLAIN.contains(setting) ? text : ADDRESSES.contains(setting) ? host(text) : masked(text);
    }

    /** Enough to tell two apart by, on the telephone. */
    private static String masked(String text) {
        return text.length() < MASKABLE ? text.isBlank() ? "" : "…"
                : text.substring(0, 2) + "…" + text.substring(text.length() - 2);
    }

    private static String host(String address) {
        return UrlPolicy.host(address).orElse("…");
    }

    private ObjectNode profiles(Function<Profile, String> state) {
        ObjectNode profiles = JSON.createObjectNode();
        for (Profile profile : Profile.values()) {
            profiles.putObject(profile.key())
                    .put("host", profile == Profile.PRACTICE ? "" : host(environments.address(profile)))
                    .put("setUp", environments.isSetUp(profile)).put("state", state.apply(profile))
                    .put("options", options(profile)).put("signIn", signIn(profile));
        }
        profiles.putObject("secrets").put("keptIn", RedactedOutcome.word(vault.state().keeping())).put(
                "locked",
                vault.state().isLocked());
        return profiles;
    }

    /** The list that is kept; it serves where nothing newer can be had. */
    private String options(Profile profile) {
        try {
            return journal.options(profile, environments.address(profile))
                    .map(kept -> "%d kept, loaded %s, %d hours ago".formatted(kept.options().size(),
                            kept.loaded(), Duration.between(kept.loaded(), clock.instant()).toHours()))
                    .orElse("none kept");
        } catch (JournalException unreadable) {
            return "unreadable, " + RedactedOutcome.word(unreadable.reason());
        }
    }

    /** Practice has no limit, and asking for its client would start it. */
    private String signIn(Profile profile) {
        return profile == Profile.PRACTICE || !environments.isSetUp(profile) ? "no limit"
                : environments.client(profile).limitedUntil().map(until -> "limited until " + until)
                        .orElse("no limit");
    }

    private JsonNode sendings() {
        try {
            ArrayNode lines = JSON.createArrayNode();
            for (Submission attempt : journal.lately(SENDINGS)) {
                lines.add(RedactedOutcome.of(attempt));
            }
            return lines;
        } catch (JournalException unreadable) {
            return JSON.createObjectNode().put("unreadable", RedactedOutcome.word(unreadable.reason()));
        }
    }

    private void addLogs(ZipOutputStream zip) throws IOException {
        if (!Files.isDirectory(program.logs())) {
            return;
        }
        try (DirectoryStream<Path> logs = Files.newDirectoryStream(program.logs(), "forecourt.*.log")) {
            for (Path log : logs) {
                add(zip, "logs/" + log.getFileName(), log(log));
            }
        }
    }

    private static String log(Path log) {
        try {
            // A new file may begin at any moment, within a character.
            String text = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
            return RedactedLog.of(withoutUser(text));
        } catch (IOException unreadable) {
            return "unreadable\n";
        }
    }

    /** People's names are those of their home directories. */
    private static String withoutUser(String text) {
        Path home = Path.of(Objects.requireNonNullElse(System.getProperty("user.home"), ""));
        return home.getNameCount() > 0 && home.isAbsolute() ? text.replace(home.toString(), "~") : text;
    }
}
