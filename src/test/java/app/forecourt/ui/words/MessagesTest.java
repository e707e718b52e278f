package app.forecourt.ui.words;

import static app.forecourt.autochat.FailureCause.BAD_PROXY;
import static app.forecourt.autochat.FailureCause.NOT_NOTED;
import static app.forecourt.autochat.FailureCause.PROXY_PASSWORD;
import static app.forecourt.autochat.FailureCause.STOPPED;
import static app.forecourt.autochat.FailureCause.TIMEOUT;
import static app.forecourt.car.CarField.DEALERSHIP_ID;
import static app.forecourt.car.CarField.IS_TAX_DEDUCTIBLE;
import static app.forecourt.car.CarField.REST_BPM;
import static app.forecourt.car.CarField.SALES_PRICE;
import static app.forecourt.car.CarField.VIN;
import static app.forecourt.car.Problem.Code.REFUSED_BY_AUTOCHAT;
import static app.forecourt.settings.Profile.PRACTICE;
import static app.forecourt.settings.Profile.STAGING;
import static app.forecourt.settings.Setting.COUNTRY;
import static app.forecourt.settings.Setting.TAX_AMOUNT;
import static app.forecourt.settings.Setting.TRADE_DISCOUNT;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static app.forecourt.testing.TextAssertions.assertLacks;
import static app.forecourt.testing.TextAssertions.assertStartsWith;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.autochat.FailureCause;
import app.forecourt.autochat.OptionsOutcome;
import app.forecourt.autochat.OutcomeKinds;
import app.forecourt.autochat.SendOutcome;
import app.forecourt.autochat.SendOutcome.Answer;
import app.forecourt.autochat.SignInOutcome;
import app.forecourt.autochat.SignInRefusal;
import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.Country;
import app.forecourt.car.PricingTerms;
import app.forecourt.car.Problem;
import app.forecourt.car.SourcedValue;
import app.forecourt.car.check.ProblemCases;
import app.forecourt.http.UrlPolicy;
import app.forecourt.journal.database.JournalException;
import app.forecourt.model.connection.ConnectionState;
import app.forecourt.model.form.PriceCalculator;
import app.forecourt.model.form.PriceSuggestion;
import app.forecourt.model.stock.StockFilterModel;
import app.forecourt.model.stock.StockGroup;
import app.forecourt.register.Vehicle;
import app.forecourt.settings.Preferences;
import app.forecourt.settings.PricingPreferences;
import app.forecourt.settings.Profile;
import app.forecourt.settings.Setting;
import app.forecourt.sharing.server.ServerAddressParser;
import app.forecourt.sharing.server.ServerFailure;
import app.forecourt.stock.StockMark;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The messages of the window: a text for each constant, and the format of values. */
class MessagesTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:04:31Z");

    private final Messages messages = new Messages(Locale.UK, Clock.fixed(NOW, ZoneOffset.UTC));
    private final OutcomeMessages telling = new OutcomeMessages(messages);

    @Test
    void practiceIsNamedAsNoMarketplace() {
        OutcomeMessages german = new OutcomeMessages(new Messages(Locale.GERMAN, Clock.systemUTC()));
        assertEquals("Opel ist in der ÜBUNG", german.isThere("Opel", PRACTICE));
        assertEquals("Opel steht auf STAGING", german.isThere("Opel", STAGING));
    }

    /** Returns the keys that the program composes of a prefix and a constant. */
    static Stream<String> composedKeys() {
        return Stream.of(
                        keys("section.", CarField.Section.values()),
                        keys("filter.", StockFilterModel.Filter.values()),
                        keys("disk.", JournalException.Reason.values()),
                        keys("norecord.", JournalException.Reason.values()),
                        keys("send.not.", JournalException.Reason.values()),
                        keys("stock.", StockGroup.values()),
                        keys("lookup.remark.", Vehicle.Remark.values()),
                        keys("source.", SourcedValue.Origin.values()),
                        keys("stock.marked.", StockMark.values()),
                        Stream.of(COUNTRY, TAX_AMOUNT, TRADE_DISCOUNT).map(setting -> "settings." + setting.key()),
                        Stream.of(Country.values())
                                .map(country -> "settings.country." + PricingPreferences.toText(country)),
                        Stream.of(PricingTerms.TaxMeaning.values())
                                .map(tax -> "settings.taxAmountMeans." + PricingPreferences.toText(tax)),
                        keys("address.", UrlPolicy.Result.Fault.values()),
                        keys("sharedstock.failure.", ServerFailure.values()),
                        keys("sharedstock.address.", ServerAddressParser.Problem.values()),
                        keys("trouble.", Preferences.Trouble.values()).filter(key -> !key.equals("trouble.none")),
                        Stream.of(CarField.values()).map(field -> "field." + field.apiName()),
                        Stream.of(Profile.values()).map(profile -> "profile." + profile.key() + ".meaning"),
                        Setting.connectionSettings().stream().map(setting -> "settings." + setting.key()))
                .flatMap(keys -> keys);
    }

    private static Stream<String> keys(String prefix, Enum<?>... constants) {
        return Stream.of(constants).map(constant -> prefix + Messages.key(constant));
    }

    @ParameterizedTest
    @MethodSource("composedKeys")
    void everyConstantHasText(String key) {
        assertFalse(messages.get(key).isBlank());
    }

    @ParameterizedTest
    @EnumSource(Problem.Code.class)
    void everyRuleHasCompleteSentence(Problem.Code code) {
        String text = new ProblemMessages(messages)
                .text(
                        switch (code) {
                            case SENT_BEFORE ->
                                Problem.of(VIN, code, "staging", NOW.toString(), "bmw", BigDecimal.ONE, "EUR");
                            case HELD_BY_DESK -> Problem.of(VIN, code, "staging", NOW.toString(), "Anna", 1);
                            case SENT_UNCHANGED, STOCK_UNREACHABLE, STOCK_RESTORED -> Problem.of(VIN, code, "staging");
                            case DEALERSHIP_FROM_ELSEWHERE, DEALERSHIP_NOT_HERE, DEALERSHIP_LACKS_ID ->
                                Problem.of(DEALERSHIP_ID, code, "Harbour", "production");
                            default -> Problem.of(VIN, code, 1, 2);
                        });
        assertFalse(text.isBlank());
        assertLacks("{", text);
    }

    /** Returns price suggestions of every kind, as {@link PriceCalculator} makes them. */
    static Stream<PriceSuggestion> proposals() {
        CarDraft car = CarDraft.EMPTY.with(SALES_PRICE, "15944,6").with(REST_BPM, "1200");
        CarDraft vatCar = car.with(IS_TAX_DEDUCTIBLE, "true");
        return Stream.of(car, vatCar, vatCar.with(REST_BPM, ""))
                .flatMap(draft -> Stream.of(PricingTerms.TaxMeaning.values())
                        .flatMap(tax -> PriceCalculator.suggest(
                                ProblemCases.CHECK.parse(draft),
                                new PricingTerms(Country.NL, tax, new BigDecimal("7.5")))
                                .stream()))
                .distinct();
    }

    @Test
    void everyFormulaHasSuggestion() {
        assertEquals(
                EnumSet.allOf(PriceSuggestion.Formula.class),
                proposals().map(PriceSuggestion::formula).collect(toSet()));
    }

    @Test
    void formulasHaveLocaleFormat() {
        assertEquals(
                List.of(
                        "Margin car: no VAT shown, so the full 15,944.60",
                        "Margin car: no VAT shown",
                        "15,944.60 − 7.5%, rounded to a whole amount",
                        "Rest BPM of 1,200.00",
                        "15,944.60 − 2,558.98 VAT (21/121, none on 1,200.00 rest BPM)",
                        "21/121 of (15,944.60 − 1,200.00 rest BPM)",
                        "15,944.60 − 2,767.24 VAT (21/121)",
                        "21/121 of 15,944.60",
                        "Rest BPM of 0.00"),
                proposals()
                        .map(suggestion -> messages.get(
                                suggestion.formula().messageKey(),
                                suggestion.args().toArray()))
                        .toList());
    }

    @Test
    void earlierSubmissionIsNamedWithDetails() {
        Problem known = Problem.of(
                VIN,
                Problem.Code.SENT_BEFORE,
                "staging",
                NOW.toString(),
                "opel corsa",
                new BigDecimal("12500.5"),
                "EUR");
        assertEquals(
                "STAGING has had it since 12:04: opel corsa, 12,500.50 EUR."
                        + " If sent again, it may be listed twice.",
                new ProblemMessages(messages).text(known));
        assertEquals(
                "STAGING has had it since 12:04: opel corsa. If sent again, it may be listed twice.",
                new ProblemMessages(messages)
                        .text(Problem.of(VIN, Problem.Code.SENT_BEFORE, "staging", NOW.toString(), "opel corsa")));
    }

    @Test
    void signInFailureNamesSignInServer() {
        for (FailureCause cause : FailureCause.values()) {
            String sentence = telling.sentence(new SignInOutcome.Failed(cause), STAGING);
            assertTrue(sentence.contains("sign-in server") || cause == STOPPED || cause == NOT_NOTED, sentence);
        }
    }

    @Test
    void unreadableKeyIsBlamedOnItsStorage() {
        var keychain = new SignInRefusal(SignInRefusal.Kind.LOCKED, Optional.empty());
        var file = new SignInRefusal(SignInRefusal.Kind.LOCKED, Optional.of("/home/user/vault.key"));
        assertEquals("Keychain locked", shortText(keychain));
        assertTrue(telling.sentence(keychain, STAGING).contains("keychain"));
        assertEquals("Key file unreadable", shortText(file));
        assertEquals(
                "The file with the key to the client secret can't be read: /home/user/vault.key."
                        + " Type the secret again in Settings.",
                telling.sentence(file, STAGING));
        // AutoChat got no request, so it refused nothing.
        assertEquals(
                telling.title(new SendOutcome.NotSent(TIMEOUT), STAGING),
                telling.title(new SendOutcome.SignInRefused(file), STAGING));
    }

    private String shortText(SignInRefusal failure) {
        return new ConnectionMessages(messages)
                .shortText(
                        new ConnectionState.Failed(new OptionsOutcome.SignInRefused(failure), Optional.empty()),
                        STAGING);
    }

    @Test
    void proxyFailureNamesProxy() {
        for (FailureCause cause : List.of(BAD_PROXY, PROXY_PASSWORD)) {
            var failed = new ConnectionState.Failed(new OptionsOutcome.Failed(cause, 0), Optional.of(Instant.EPOCH));
            assertEquals("Check the proxy", new ConnectionMessages(messages).shortText(failed, STAGING));
            assertTrue(
                    new ConnectionMessages(messages).sentence(failed, STAGING).contains("roxy"));
        }
    }

    static Stream<SendOutcome> outcomes() {
        Answer answer = new Answer(418, "text/plain", "teapot");
        Stream<SendOutcome> plain = Stream.of(
                new SendOutcome.Accepted(answer, Optional.of("u-1")),
                new SendOutcome.Accepted(answer, Optional.empty()),
                new SendOutcome.Rejected(answer, List.of(), List.of("no such dealer")),
                new SendOutcome.Rejected(answer, List.of(Problem.of(VIN, REFUSED_BY_AUTOCHAT, "x")), List.of()),
                new SendOutcome.Limited(NOW.plusSeconds(600)));
        Stream<SendOutcome> refused = Stream.of(SignInRefusal.Kind.values())
                .map(kind -> new SendOutcome.SignInRefused(new SignInRefusal(kind, Optional.of("said"))));
        Stream<SendOutcome> causes = Stream.of(FailureCause.values())
                .flatMap(cause -> Stream.of(
                        new SendOutcome.NotSent(cause),
                        new SendOutcome.Unknown(cause, Optional.empty()),
                        new SendOutcome.Unknown(cause, Optional.of(answer))));
        return Stream.of(plain, refused, causes).flatMap(each -> each);
    }

    @Test
    void everyKindOfOutcomeHasACase() {
        assertEmpty(OutcomeKinds.missing(outcomes().toList()));
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void everyOutcomeHasMessage(SendOutcome outcome) {
        assertEquals(outcome instanceof SendOutcome.Accepted, telling.tone(outcome) == OutcomeMessages.Tone.GOOD);
        for (Profile profile : Profile.values()) {
            assertTrue(telling.title(outcome, profile).contains(messages.upperCaseName(profile)));
            String sentence = telling.sentence(outcome, profile);
            assertFalse(sentence.isBlank() || sentence.contains("{"), sentence);
        }
    }

    @ParameterizedTest
    @EnumSource(FailureCause.class)
    void everyOptionsFailureHasMessage(FailureCause cause) {
        for (int status : new int[] {0, 200, 500}) {
            String sentence = telling.sentence(new OptionsOutcome.Failed(cause, status), STAGING);
            assertFalse(sentence.isBlank() || sentence.contains("{"), sentence);
        }
    }

    @Test
    void momentsNameDayIfNotToday() {
        assertEquals("12:04", messages.moment(NOW));
        assertEquals("12:04 tomorrow", messages.moment(NOW.plusSeconds(86_400)));
        assertEquals("26 Nov 2026 12:04", messages.moment(NOW.plusSeconds(2 * 86_400)));
        assertEquals("yesterday 12:04", messages.moment(NOW.minusSeconds(86_400)));
        assertEquals("22 Nov 2026 12:04", messages.moment(NOW.minusSeconds(2 * 86_400)));
    }

    @Test
    void longServerTextIsTruncated() {
        Problem long1 = Problem.of(VIN, REFUSED_BY_AUTOCHAT, "x".repeat(5_000));
        assertTrue(new ProblemMessages(messages).text(long1).length() < 250);
        String sentence = telling.sentence(
                new SendOutcome.Rejected(new Answer(422, "", ""), List.of(long1, long1), List.of("y".repeat(5_000))),
                STAGING);
        assertStartsWith("One field is marked below.", sentence);
        assertTrue(sentence.length() < 600);
    }
}
