package app.forecourt.journey.program;

import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.car.CarField.DEALERSHIP_ID;
import static app.forecourt.car.CarField.LICENSE_PLATE;
import static app.forecourt.car.CarField.MODEL;
import static app.forecourt.settings.Profile.PRACTICE;
import static app.forecourt.settings.Profile.PRODUCTION;
import static app.forecourt.settings.Profile.STAGING;
import static javafx.scene.input.KeyCode.L;
import static javafx.scene.input.KeyCode.SHORTCUT;
import static javafx.scene.input.KeyCode.SPACE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.autochat.FailureCause;
import app.forecourt.autochat.FakeAutochat;
import app.forecourt.autochat.SendOutcome;
import app.forecourt.autochat.SendOutcome.Answer;
import app.forecourt.autochat.json.CarImport;
import app.forecourt.autochat.json.CarJson;
import app.forecourt.autochat.json.ImportResult;
import app.forecourt.car.CarDraft;
import app.forecourt.car.SampleCars;
import app.forecourt.home.AppDirs;
import app.forecourt.journal.Journal;
import app.forecourt.journey.WindowTest;
import app.forecourt.practice.PracticeServer;
import app.forecourt.settings.Profile;
import app.forecourt.settings.SystemEnvironment;
import app.forecourt.stock.EditPosition;
import app.forecourt.stock.Submission;
import app.forecourt.testing.TypedCars;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Pictures of one complete car in each profile, light and dark, at the size of a small laptop, and one with large text.
 */
@Tag("proof")
class ProfilePicturesJourneyTest extends WindowTest {
    private final FakeAutochat autochat = new FakeAutochat();

    @Override
    public void prepare() throws IOException {
        autochat.options = FakeAutochat.inTurn(FakeAutochat.json(200, resource(PracticeServer.class, "options.json")));
        String root = autochat.url("");
        Files.writeString(home.resolve("preferences.json"), """
                {"clientId": "id", "clientSecret": "secret", "stagingUrl": "%1$s", "productionUrl": "%1$s",
                 "tokenUrl": "%1$s/oauth/token", "profile": "practice", "theme": "light", "dealerships":
                 [{"name": "Harbour", "staging": "dealer-s", "production": "dealer-p"}]}""".formatted(root));
        AppDirs dirs = AppDirs.of(SystemEnvironment.ofProcess());
        try (Journal journal = new Journal(dirs.journal(), dirs.backups(), List.of(), Clock.systemUTC())) {
            journal.open();
            addSentCar(journal, root, "renault", "clio", PRACTICE, accepted());
            addSentCar(journal, root, "volkswagen", "golf", STAGING, accepted());
            addSentCar(journal, root, "opel", "corsa", PRODUCTION, accepted());
            addSentCar(
                    journal,
                    root,
                    "fiat",
                    "500",
                    PRODUCTION,
                    new SendOutcome.Unknown(FailureCause.TIMEOUT, Optional.empty()));
            UUID car = UUID.randomUUID();
            TypedCars.save(journal, car, example(), Set.of());
            journal.saveEditPosition(new EditPosition(car, "licensePlate", 0));
        }
    }

    private static CarDraft example() throws IOException {
        ImportResult read = CarImport.parse(resource(ProfilePicturesJourneyTest.class, "/example-car.json"));
        return ((ImportResult.Cars) read).cars().getFirst().draft().with(DEALERSHIP_ID, PracticeServer.DEALERSHIP_ID);
    }

    private static SendOutcome accepted() {
        return new SendOutcome.Accepted(new Answer(201, "application/json", "{}"), Optional.of("7"));
    }

    private static void addSentCar(
            Journal journal, String root, String brand, String model, Profile to, SendOutcome outcome) {
        CarDraft draft =
                CarDraft.EMPTY.with(BRAND, brand).with(MODEL, model).with(LICENSE_PLATE, "R-759-B" + brand.charAt(0));
        Submission submission = Submission.of(
                UUID.randomUUID(),
                to,
                to == PRACTICE ? to.key() : root,
                draft,
                new CarJson().toJson(SampleCars.example()),
                Clock.systemUTC().instant());
        TypedCars.save(journal, submission.car(), draft, Set.of());
        journal.note(submission, submission.draft(), Set.of(), Set.of());
        Submission leaving = submission.asSending(submission.requestedAt());
        journal.update(leaving);
        journal.update(leaving.withOutcome(submission.requestedAt(), outcome));
    }

    @AfterEach
    void close() {
        autochat.close();
    }

    @Test
    void completeCarInEachProfileAndTheme() throws Exception {
        until("the car", () -> text("model").equalsIgnoreCase("x6"));
        onFxThread(() -> {
            scene().getWindow().setWidth(1_366);
            scene().getWindow().setHeight(768);
        });
        List<Profile> profiles = List.of(Profile.values());
        for (Profile profile : profiles) {
            checkProfile(profile, "light");
        }
        set("theme", "dark");
        for (Profile profile : profiles.reversed()) {
            checkProfile(profile, "dark");
        }
        set("textSize", "150");
        checkProfile(STAGING, "large");
        // Less important labels are hidden if space is scarce, because half a sentence says nothing.
        for (Label label : robot.lookup(".send-bar .label, .band .label").<Label>queryAll()) {
            if (label.isVisible()) {
                assertEquals(label.getText(), ((Text) label.lookup(".text")).getText());
            }
        }
        Label note = node("options-note", Label.class);
        assertTrue(note.getHeight() > 2 * note.getFont().getSize(), "it goes on in the next line");
    }

    /** Asserts that the option's parts are styled, because JavaFX ignores a selector without a match silently. */
    private void assertOptionsAreStyled() {
        CheckBox option = node("option-abs");
        Label title = robot.lookup(".options-pane .card-title").query();
        Node line = option.getParent();
        assertEquals(title.getTextFill(), ((Text) line.lookup(".option-name")).getFill());
        Region box = (Region) line.lookup(".box");
        assertEquals(2, box.getBackground().getFills().size());
        assertEquals(
                1, ((Region) box.lookup(".mark")).getBackground().getFills().size());
        assertTrue(option.isSelected());
    }

    private void checkProfile(Profile profile, String theme) throws Exception {
        push("profile-" + profile.key());
        untilReady();
        assertEquals(profile.key().toUpperCase(), label("environmentWord"));
        assertTrue(this.<Button>node("send").getText().contains(label("environmentWord")));
        until("the options", () -> label("optionCount").equals("33 chosen"));
        press(SHORTCUT, L);
        assertOptionsAreStyled();
        saveScreenshot("profile-" + profile.key() + "-" + theme);
    }

    private void set(String setting, String value) throws Exception {
        openSettings(setting);
        onFxThread(() -> {
            this.<ComboBox<String>>node(setting).setValue(value);
            node("settingsSave").requestFocus();
        });
        press(SPACE);
        until("the settings to go", () -> !isVisible(setting));
    }
}
