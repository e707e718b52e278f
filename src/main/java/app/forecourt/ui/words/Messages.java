package app.forecourt.ui.words;

import app.forecourt.autochat.SendOutcome.Answer;
import app.forecourt.car.CarField;
import app.forecourt.car.Price;
import app.forecourt.option.AvailableOptions;
import app.forecourt.option.CarOption;
import app.forecourt.settings.Profile;
import app.forecourt.text.Language;
import app.forecourt.text.ValueFormatter;
import app.forecourt.ui.fx.ListenerScope;
import java.math.BigDecimal;
import java.text.MessageFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The texts of the window in the user's language, and values in the format of the user's locale. */
public final class Messages {
    /** Characters shown of an answer. A text area takes seconds to lay out much more. */
    private static final int LONGEST_ANSWER = 100_000;

    private static final int GOOD_DESCRIPTION = 500;
    private static final int BEST_DESCRIPTION = 1_000;
    private final Clock clock;
    private final ListenerScope listening = new ListenerScope();
    private final ReadOnlyObjectWrapper<OptionTranslator> naming =
            new ReadOnlyObjectWrapper<>(OptionTranslator.ORIGINAL_NAMES);
    /** Volatile, because other threads read it too. */
    private volatile LocalizedTexts texts;

    private record LocalizedTexts(Locale locale, ResourceBundle words) {
        static LocalizedTexts of(Locale locale) {
            return new LocalizedTexts(locale, LanguageBundles.bundle(Language.of(locale)));
        }
    }

    /**
     * Creates the messages of a language.
     *
     * @param locale language, and format of numbers and dates
     * @param clock clock for the current day and the time zone
     */
    public Messages(Locale locale, Clock clock) {
        this.texts = LocalizedTexts.of(locale);
        this.clock = clock;
    }

    /** Switches to another language and removes the listeners of the views. The views have to be recreated. */
    public void setLocale(Locale locale) {
        texts = LocalizedTexts.of(locale);
        listening.removeAll();
        naming.set(OptionTranslator.ORIGINAL_NAMES);
    }

    /** Returns the scope of the views' listeners, which ends with the next change of the language. */
    public ListenerScope listenerScope() {
        return listening;
    }

    /** Returns the locale for the language and for the format of numbers and dates. */
    public Locale locale() {
        return texts.locale();
    }

    /**
     * Returns the text of a key with its placeholders filled.
     *
     * @throws java.util.MissingResourceException if the key does not exist, which is a bug
     */
    public String get(String key, Object... args) {
        String pattern = texts.words().getString(key);
        // Most texts are no patterns, and a start without MessageFormat is faster.
        return args.length == 0 && pattern.indexOf('\'') < 0 && pattern.indexOf('{') < 0
                ? pattern
                : new MessageFormat(pattern, locale()).format(args);
    }

    /** Returns the text of an optional key; empty if the key does not exist. */
    public Optional<String> find(String key, Object... args) {
        return texts.words().containsKey(key) ? Optional.of(get(key, args)) : Optional.empty();
    }

    /** Returns the key of a text in few words, for a narrow place; the key itself if there is none. */
    public String briefKey(String key) {
        String brief = "brief." + key;
        return texts.words().containsKey(brief) ? brief : key;
    }

    /** Returns a text about a profile. Practice has a text of its own, because it is no AutoChat. */
    public String getFor(Profile profile, String key, String practiceKey, Object... args) {
        return get(profile == Profile.PRACTICE ? practiceKey : key, args);
    }

    /** Returns an enum constant as part of a key, for example {@code not_sent}. */
    public static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** Returns the name of a field without its unit. */
    public String name(CarField field) {
        return get("field." + field.apiName());
    }

    /** Returns the label of a field: its name, and its unit if it has one. */
    public String label(CarField field) {
        return find("unit." + field.apiName())
                .map(unit -> name(field) + " · " + unit)
                .orElseGet(() -> name(field));
    }

    /** Returns the name of a profile as shown on buttons. */
    public String name(Profile profile) {
        return get("profile." + profile.key());
    }

    /** Returns the name of a profile in capitals, for band, title and send button. */
    public String upperCaseName(Profile profile) {
        // Locale.ROOT, because a Turkish locale would turn i into İ. The languages of the window all have the usual
        // capitals.
        return name(profile).toUpperCase(Locale.ROOT);
    }

    /** Returns the observable option names. They are AutoChat's own until those of the language are loaded. */
    public ReadOnlyObjectProperty<OptionTranslator> optionTranslator() {
        return naming.getReadOnlyProperty();
    }

    /** Sets the loaded option names. Ignores them if the language has changed meanwhile. */
    public void setOptionTranslator(OptionTranslator loaded) {
        if (loaded.language() == Language.of(locale())) {
            naming.set(loaded);
        }
    }

    /** Returns the displayed name of an option. */
    public String name(CarOption option) {
        return naming.get().name(option);
    }

    /** Returns the displayed name of an option of a list, unambiguous among all options. */
    public String optionName(String name, Optional<AvailableOptions> list) {
        return naming.get()
                .fullName(list.map(known -> new CarOption(name, known.prettyName(name)))
                        .orElseGet(() -> CarOption.unlisted(name)));
    }

    /** Returns an interpreted value in the format of the locale. */
    public String value(Object value) {
        return switch (value) {
            case BigDecimal amount -> ValueFormatter.formatAmount(amount, locale());
            case Integer number -> ValueFormatter.formatInteger(number, locale());
            case LocalDate day ->
                DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(locale())
                        .format(day);
            case List<?> list ->
                String.join(", ", list.stream().map(String::valueOf).toList());
            default -> value.toString();
        };
    }

    /** Returns a date with the shortened name of its month. */
    public String briefDate(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale())
                .format(day);
    }

    /**
     * Returns the length of a description in characters.
     *
     * @param advise true to add the lengths that are good and best
     */
    public String descriptionLength(int count, boolean advise) {
        return get(
                "builder.length",
                count,
                CarField.DESCRIPTION.limits().range().max().intValue(),
                !advise || count >= BEST_DESCRIPTION ? 0 : count >= GOOD_DESCRIPTION ? 1 : 2);
    }

    /** Returns a price with its currency in the format of the locale. */
    public String price(Price price) {
        return get("echo.money", value(price.amount()), price.currency()).strip();
    }

    /** Returns the body of an answer unchanged, truncated if it is too long to show. */
    public String answer(Answer answer) {
        return answer.body().isEmpty()
                ? get("answer.empty")
                : answer.body().length() <= LONGEST_ANSWER
                        ? answer.body()
                        : answer.body().substring(0, LONGEST_ANSWER) + "…";
    }

    /** Returns the current day. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Returns the number of days from the day of a time to the current day. */
    public long daysSince(Instant instant) {
        return ChronoUnit.DAYS.between(instant.atZone(zone()).toLocalDate(), today());
    }

    /** Returns the day of a time in a short form, as {@code 12 Nov}, with its year if that is not the current one. */
    public String day(Instant instant) {
        LocalDate day = instant.atZone(zone()).toLocalDate();
        return DateTimeFormatter.ofLocalizedPattern(day.getYear() == today().getYear() ? "MMMd" : "yMMMd")
                .withLocale(locale())
                .format(day);
    }

    /** Returns the time of day to the second. */
    public String timeOfDay(Instant instant) {
        return DateTimeFormatter.ofPattern("HH:mm:ss", locale()).format(instant.atZone(zone()));
    }

    /** Returns a time to the minute, with its day if that is not today. */
    public String moment(Instant instant) {
        return moment(instant, "HH:mm");
    }

    /** Returns the end of a period, rounded up to the next minute. At the time shown, the period is certainly over. */
    String endTime(Instant until) {
        return moment(until.plusSeconds(59));
    }

    /**
     * Returns a time to the second, with its day if that is not today. For times that may lie within the same minute.
     */
    public String exactMoment(Instant instant) {
        return moment(instant, "HH:mm:ss");
    }

    private String moment(Instant instant, String pattern) {
        ZonedDateTime moment = instant.atZone(zone());
        String time = DateTimeFormatter.ofPattern(pattern, locale()).format(moment);
        LocalDate today = today();
        if (moment.toLocalDate().equals(today)) {
            return time;
        }
        if (moment.toLocalDate().equals(today.plusDays(1))) {
            return get("moment.tomorrow", time);
        }
        if (moment.toLocalDate().equals(today.minusDays(1))) {
            return get("moment.yesterday", time);
        }
        return get(
                "moment.day",
                DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(locale())
                        .format(moment),
                time);
    }

    private ZoneId zone() {
        return clock.getZone();
    }
}
