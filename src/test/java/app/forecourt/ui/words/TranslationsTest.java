package app.forecourt.ui.words;

import static app.forecourt.settings.Profile.PRODUCTION;
import static app.forecourt.settings.Profile.STAGING;
import static app.forecourt.settings.Setting.LANGUAGE;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.settings.Preferences;
import app.forecourt.testing.TestHome;
import app.forecourt.text.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/** The message bundles of all languages: complete, translated, and valid for any number. */
class TranslationsTest {
    @RegisterExtension
    final TestHome home = new TestHome();
    /** Keys with the same text in every language: names, symbols and keys to press. */
    private static final Set<String> NAMES = Set.of(
            "window.title",
            "profile.staging",
            "profile.production",
            "field.engineEmission",
            "unit.engineKw",
            "unit.engineEmission",
            "lookup.register",
            "problem.code",
            "settings.cardLogo",
            "keys.rename.press",
            "placeholder.emission",
            "settings.photoStore.sftp",
            "settings.photoStore.webdav");

    private static final Pattern LOOSE = Pattern.compile(" [:;?!»%]|« ");
    private static final MessageBundle ENGLISH = MessageBundle.of(Language.ENGLISH);

    /** Returns the keys with the same text as in English. */
    private static Set<String> same(Language language) {
        Set<String> shared = switch (language) {
            case ENGLISH -> Set.of();
            case DUTCH ->
                Set.of(
                        "key.ctrl",
                        "key.shift",
                        "key.enter",
                        "keys.print.press",
                        "keys.next_field.press",
                        "keys.take.press",
                        "keys.known_words.press",
                        "keys.to_list.press",
                        "keys.choose_option.press",
                        "keys.delete.press",
                        "keys.undo.press",
                        "keys.undo_sending.press",
                        "keys.close.press",
                        "keys.change_photos.press",
                        "photo.menu.main.key",
                        "keys.show_photo.press",
                        "keys.take_text.press",
                        "options.group.comfort",
                        "placeholder.model",
                        "field.model",
                        "unit.engineDisplacement",
                        "offer.enter",
                        "menu.title",
                        "answer.status",
                        "settings.privacy",
                        "settings.photoAddress",
                        "brief.source.differs",
                        "brief.source.differs.rdw_engine");
            case GERMAN ->
                Set.of(
                        "key.enter",
                        "keys.known_words.press",
                        "keys.to_list.press",
                        "keys.choose_option.press",
                        "keys.undo_sending.press",
                        "keys.close.press",
                        "keys.show_photo.press",
                        "offer.enter",
                        "answer.status",
                        "settings.photoAddress",
                        "settings.photoPort",
                        "brief.source.differs",
                        "brief.source.differs.rdw_engine");
            case FRENCH ->
                Set.of(
                        "key.ctrl",
                        "keys.print.press",
                        "keys.undo.press",
                        "keys.part.photos",
                        "placeholder.version",
                        "settings.photoPreviews",
                        "section.photos",
                        "field.version",
                        "field.description",
                        "menu.title",
                        "settings.proxyPort",
                        "settings.photos",
                        "settings.photoPort");
        };
        return Stream.concat(NAMES.stream(), shared.stream()).collect(toSet());
    }

    private static Locale locale(Language language) {
        return Locale.of(language.code());
    }

    private static String code() {
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(file -> {
                        try {
                            return Files.readString(file);
                        } catch (IOException torn) {
                            throw new UncheckedIOException(torn);
                        }
                    })
                    .collect(joining("\n"));
        } catch (IOException torn) {
            throw new UncheckedIOException(torn);
        }
    }

    @Test
    void everyKeyIsUsedAndDefined() {
        MessageKeysInCode keys = new MessageKeysInCode(code());
        assertEmpty(keys.unused(ENGLISH.words()), "unused");
        assertEmpty(keys.missing(ENGLISH.words()), "missing");
        assertEmpty(ENGLISH.duplicates(), "twice");
    }

    @ParameterizedTest
    @EnumSource(value = Language.class, mode = Mode.EXCLUDE, names = "ENGLISH")
    void bundleIsCompleteOrderedAndTranslated(Language language) {
        MessageBundle words = MessageBundle.of(language);
        assertEquals("", String.join("\n", words.missing(ENGLISH)), language + " lacks, in this order");
        assertEmpty(words.unknownOrDuplicate(ENGLISH), "keys that English does not have, or twice");
        assertEmpty(words.untranslated(ENGLISH, same(language)), "as in English");
        assertEmpty(words.withOtherPlaceholders(ENGLISH), "with other places than in English");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyTextIsValidForAnyNumber(Language language) {
        Locale locale = locale(language);
        for (int number : new int[] {0, 1, 2, 1_000}) {
            assertEmpty(MessageBundle.of(language).broken(locale, number), "with " + number);
        }
    }

    @Test
    void frenchPunctuationHasNoBreakingSpaces() {
        assertEmpty(MessageBundle.of(Language.FRENCH).words().entrySet().stream()
                .filter(line -> LOOSE.matcher(line.getValue()).find())
                .map(line -> line.getKey())
                .toList());
    }

    @Test
    void plantedFaultsAreDetected() {
        MessageBundle english = MessageBundle.of("""
                a=One car
                b={0} has {1}
                c={0,choice,1#One car|1<{0,number,integer} cars}
                d=Not sent
                e={0}
                """);
        MessageBundle dutch = MessageBundle.of("""
                a=Eén auto
                b={0} heeft {1}
                c={0,choice,1#Eén auto|1<{0,number,integer} auto’s}
                d=Niet verstuurd
                e={0}
                """);
        assertEmpty(dutch.missing(english));
        assertEmpty(dutch.unknownOrDuplicate(english));
        assertEmpty(dutch.untranslated(english, Set.of()));
        assertEmpty(dutch.withOtherPlaceholders(english));
        assertEmpty(dutch.broken(Locale.of("nl"), 1));

        MessageBundle faulty = MessageBundle.of("""
                b={0} heeft het
                a=One car
                f=Te veel
                f=Nog eens
                """);
        assertEquals(
                List.of("c={0,choice,1#One car|1<{0,number,integer} cars}", "d=Not sent", "e={0}"),
                faulty.missing(english));
        assertEquals(List.of("f", "f"), faulty.unknownOrDuplicate(english));
        assertEquals(List.of("a"), faulty.untranslated(english, Set.of()));
        assertEquals(List.of("b"), faulty.untranslated(english, Set.of("a", "b")), "it is not the same");
        assertEquals(List.of("b"), faulty.withOtherPlaceholders(english));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x={0,choice,1#Eén|1<{0,number,integer}",
                "x={0,keuze,1#Eén}",
                "x={0} 's avonds",
                "x={0,choice,eerst#Eén}",
                "x=Zo '{0}'",
                "x="
            })
    void brokenFormatIsDetected(String line) {
        for (int number : new int[] {0, 1, 2, 1_000}) {
            assertEquals(List.of("x"), MessageBundle.of(line).broken(Locale.of("nl"), number));
        }
    }

    @Test
    void unusedAndMissingKeysAreDetected() {
        MessageKeysInCode keys = new MessageKeysInCode("""
                words.get("stock.new");
                words.get("mark." + Words.key(mark));
                words.get("stock.lost", 1);
                enum Mark { SOLD }
                """);
        MessageBundle words = MessageBundle.of("stock.new=New\nstock.old=Old\nmark.sold=sold\nmark.bought=bought");
        assertEquals(List.of("stock.old", "mark.bought"), keys.unused(words.words()));
        assertEquals(List.of("stock.lost"), keys.missing(words.words()));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void upperCaseProfileNamesAreSameEverywhere(Language language) {
        Messages messages = new Messages(locale(language), Clock.systemUTC());
        assertEquals("STAGING", messages.upperCaseName(STAGING));
        assertEquals("PRODUCTION", messages.upperCaseName(PRODUCTION));
        assertTrue(messages.get("send.to", messages.upperCaseName(STAGING)).contains("STAGING"));
    }

    @Test
    void localeCombinesSettingAndSystemCountry() {
        Preferences preferences = home.preferences();
        Locale flanders = Locale.of("nl", "BE");
        assertEquals(flanders, LanguageBundles.chosenLocale(preferences, flanders), "as the system");
        preferences.put(LANGUAGE, "nl");
        assertEquals(flanders, LanguageBundles.chosenLocale(preferences, flanders));
        assertEquals(Locale.of("nl", "NL"), LanguageBundles.chosenLocale(preferences, Locale.of("fr", "BE")));
        preferences.put(LANGUAGE, "de");
        assertEquals(Locale.GERMANY, LanguageBundles.chosenLocale(preferences, flanders));
        preferences.put(LANGUAGE, "klingon");
        assertEquals(flanders, LanguageBundles.chosenLocale(preferences, flanders), "edited by hand, and none of them");
    }

    @ParameterizedTest
    @CsvSource({"en, en-GB", "en-US, en-US", "en-IE, en-IE", "it-IT, it-IT"})
    void englishWithoutCountryIsBritish(String system, String chosen) {
        Preferences preferences = home.preferences();
        assertEquals(
                Locale.forLanguageTag(chosen),
                LanguageBundles.chosenLocale(preferences, Locale.forLanguageTag(system)));
    }
}
