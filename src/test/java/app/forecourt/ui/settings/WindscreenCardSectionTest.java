package app.forecourt.ui.settings;

import static app.forecourt.settings.Setting.CARD_ADDRESS;
import static app.forecourt.settings.Setting.CARD_NAME;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static app.forecourt.testing.TextAssertions.assertStartsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.card.CardRepository;
import app.forecourt.card.SampleCards;
import app.forecourt.concurrent.TaskRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings of the windscreen card: texts with their checks, and the logo. */
class WindscreenCardSectionTest extends SectionFixture {
    private CardRepository repository;
    private SettingFields form;
    private WindscreenCardSection section;

    @BeforeEach
    void createRepository() {
        repository = new CardRepository(preferences);
    }

    private void open() {
        show(700, 400, () -> {
            form = new SettingFields(preferences, new TaskRunner(Runnable::run, Runnable::run), dialogs());
            section = new WindscreenCardSection(repository, form);
            return (Parent) section.view();
        });
    }

    private Path logoFile(String name) throws IOException {
        return Files.write(home.resolve(name), SampleCards.logo(300, 100).png());
    }

    @Test
    void textsAreStoredWithTheForm() {
        open();
        onFxThread(() -> {
            node("cardName", TextField.class).setText("Autohaus Müller");
            node("cardAddress", TextField.class).setText("autohaus.example");
            form.save();
        });
        assertEquals("Autohaus Müller", preferences.get(CARD_NAME));
        assertEquals(
                "https://autohaus.example/",
                repository.dealer().address().orElseThrow().url());
    }

    @ParameterizedTest
    @CsvSource({
        "dealer, true",
        "https://me:secret@dealer.example, true",
        "ftp://dealer.example, true",
        "dealer.example, false",
        "'', false"
    })
    void addressIsChecked(String typed, boolean isWrong) {
        open();
        onFxThread(() -> node("cardAddress", TextField.class).setText(typed));
        assertEquals(isWrong, isVisible("cardAddress-note"));
        assertEquals(isWrong, onFxThread(() -> form.field(CARD_ADDRESS).isInvalid()));
    }

    @Test
    void longNameIsRefused() {
        open();
        onFxThread(() -> node("cardName", TextField.class).setText("x".repeat(201)));
        assertVisible("cardName-note");
    }

    @Test
    void chosenLogoIsStoredWhenSavedAndCanBeRemoved() throws Exception {
        open();
        assertHidden("removeCardLogo");
        assertLabel("cardLogo", "Choose…");
        Path file = logoFile("chosen.png");
        onFxThread(() -> section.read(file));
        assertVisible("cardLogoPicture");
        assertLabel("cardLogo", "Replace…");
        assertTrue(section.isEdited());
        assertEquals(Optional.empty(), repository.logo(), "nothing is stored before the user saves");
        onFxThread(section::save);
        assertEquals(300, repository.logo().orElseThrow().width());

        open();
        assertVisible("cardLogoPicture", "the stored logo is shown");
        assertFalse(section.isEdited());
        fire("removeCardLogo");
        assertLabel("cardLogo", "Choose…");
        assertHidden("cardLogoPicture");
        onFxThread(section::save);
        assertEmpty(repository.logo());
    }

    @Test
    void truncatedLogoIsShownWithAWarning() throws Exception {
        open();
        byte[] whole = SampleCards.picture(300, 200, "jpg");
        Path file = Files.write(home.resolve("half.jpg"), Arrays.copyOf(whole, whole.length / 2));
        onFxThread(() -> section.read(file));
        assertVisible("cardLogoPicture");
        assertStartsWith("This file has a fault", label("cardLogo-note"));
        Path sound = logoFile("sound.png");
        onFxThread(() -> section.read(sound));
        assertLabel("cardLogo-note", "");
    }

    @Test
    void refusedFileKeepsTheLogo() throws Exception {
        repository.storeLogo(Optional.of(SampleCards.logo(300, 100)));
        open();
        Path drawing = Files.writeString(home.resolve("logo.svg"), "<svg/>");
        onFxThread(() -> section.read(drawing));
        assertLabel("cardLogo-note", "This is an SVG drawing. Save it as PNG or JPEG first.");
        assertVisible("cardLogoPicture");
        assertFalse(section.isEdited());
    }
}
