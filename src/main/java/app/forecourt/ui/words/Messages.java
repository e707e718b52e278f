package app.forecourt.ui.words;

import app.forecourt.autochat.SendOutcome.Answer;
import app.forecourt.car.CarField;
import app.forecourt.car.Price;
import app.forecourt.car.Problem;
import app.forecourt.car.ProblemCode;
import app.forecourt.car.price.PriceSuggestion;
import app.forecourt.option.CarOption;
import app.forecourt.option.KnownOptions;
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
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Every word the user sees, from the resource bundle of her language, and values as she writes them. */
public final class Messages {
    /** Characters. */
    private static final int LONGEST_ARG = 200;
    /** Characters; a text area takes seconds to lay out much more. */
    private static final int LONGEST_ANSWER = 100_000;
    /** They name the dealership and the profile. */
    private static final Set<ProblemCode> OF_A_DEALERSHIP_HERE = EnumSet.of(
            ProblemCode.DEALERSHIP_FROM_ELSEWHERE,
            ProblemCode.DEALERSHIP_NOT_HERE, ProblemCode.DEALERSHIP_LACKS_ID);

    private final Clock clock;
    private final ListenerScope listening = new ListenerScope();
    private final ReadOnlyObjectWrapper<OptionTranslator> naming = new ReadOnlyObjectWrapper<>(
            OptionTranslator.AUTOCHATS);
    /** Read on other threads too. */
    private volatile Spoken spoken;

    private record Spoken(Locale locale, ResourceBundle words) {
        static Spoken of(Locale locale) {
            return new Spoken(locale, WindowLanguage.words(Language.of(locale)));
        }
    }

    /**
     * The words of one language.
     *
     * @param locale the language, and how numbers and dates are written
     * @param clock tells today from tomorrow, and the time zone
     */
    public Messages(Locale locale, Clock clock) {
        this.spoken = Spoken.of(locale);
        this.clock = clock;
    }

    /** From now on in another language. What views listen to ends: whoever shows the old words has to be made anew. */
    public void speak(Locale locale) {
        spoken = Spoken.of(locale);
        listening.end();
        naming.set(OptionTranslator.AUTOCHATS);
    }

    /** What the views that show these words listen to, for as long as it is their language. */
    public ListenerScope listenerScope() {
        return listening;
    }

    /** The language, and how numbers and days are written. */
    public Locale locale() {
        return spoken.locale();
    }

    /**
     * The text of a key, its places filled.
     *
     * @throws java.util.MissingResourceException when there is no such key, which is a bug
     */
    public String get(String key, Object... args) {
        return new MessageFormat(spoken.words().getString(key), locale()).format(args);
    }

    /** The text of a key that not everything has. */
    public Optional<String> maybe(String key) {
        return spoken.words().containsKey(key) ? Optional.of(get(key)) : Optional.empty();
    }

    /** How a constant is named in the keys: {@code not_sent}. */
    public static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** A field's name, without its unit. */
    public String name(CarField field) {
        return get("field." + field.apiName());
    }

    /** A field's label: its name, and its unit if it has one. */
    public String label(CarField field) {
        return maybe("unit." + field.apiName()).map(unit -> name(field) + " · " + unit)
                .orElseGet(() -> name(field));
    }

    /** A profile's name as a button shows it. */
    public String name(Profile profile) {
        return get("profile." + profile.key());
    }

    /** A profile's name as band, title and send button shout it. */
    public String upperCaseName(Profile profile) {
        // Of the languages of the words none has capitals of its own; a Turkish desk has, and English words.
        return name(profile).toUpperCase(Locale.ROOT);
    }

    /** What is wrong, in a sentence; a field may have its own for a rule. */
    public String problem(Problem problem) {
        String key = problem.rule().key();
        String special = key + "." + problem.field().apiName();
        if (problem.rule() == ProblemCode.SENT_BEFORE) {
            return sentBefore(problem);
        }
        if (problem.rule() == ProblemCode.SENT_UNCHANGED) {
            return get(key, loudOf(problem.args().getFirst()));
        }
        if (OF_A_DEALERSHIP_HERE.contains(problem.rule())) {
            return get(key, brief(problem.args().getFirst()), loudOf(problem.args().getLast()));
        }
        boolean makers = problem.rule() == ProblemCode.VIN_MAKER
                || problem.rule() == ProblemCode.VIN_OTHER_MAKER;
        return get(spoken.words().containsKey(special) ? special : key, problem.args().stream()
                .map(arg -> makers ? ValueFormatter.name(arg.toString()) : brief(arg)).toArray());
    }

    private String sentBefore(Problem problem) {
        List<Object> args = problem.args();
        Stream<String> price = args.size() > 3 && args.get(3) instanceof BigDecimal amount
                ? Stream.of(price(new Price(amount, args.get(4).toString())))
                : Stream.of();
        return get(problem.rule().key(), loudOf(args.getFirst()),
                moment(Instant.parse(args.get(1).toString())),
                Stream.concat(Stream.of(brief(args.get(2)).toString()), price)
                        .collect(Collectors.joining(", ")));
    }

    private String loudOf(Object key) {
        return upperCaseName(Profile.ofKey(key.toString()).orElseThrow());
    }

    /** The same, with options called by what people read in that list. */
    public String problem(Problem problem, Optional<KnownOptions> list) {
        return problem(problem.field() == CarField.OPTIONS
                ? new Problem(problem.field(), problem.rule(), problem.args().stream()
                        .map(arg -> arg instanceof String name ? (Object) optionName(name, list) : arg)
                        .toList(),
                        problem.offers())
                : problem);
    }

    /** What options are called: as AutoChat has them, until the words of the language are read. */
    public ReadOnlyObjectProperty<OptionTranslator> naming() {
        return naming.getReadOnlyProperty();
    }

    /** The words of a language are read; of one that is spoken no longer they come too late. */
    public void call(OptionTranslator read) {
        boolean known = naming.get().language() == read.language();
        if (!known && read.language() == Language.of(locale())) {
            naming.set(read);
        }
    }

    /** What people read for an option. */
    public String name(CarOption option) {
        return naming.get().name(option);
    }

    /** The same for one of that list, told from all others. */
    public String optionName(String name, Optional<KnownOptions> list) {
        return naming.get().whole(list.map(known -> new CarOption(name, known.prettyName(name)))
                .orElseGet(() -> CarOption.unlisted(name)));
    }

    /** How a proposed amount comes about, in the numbers it is reckoned from. */
    public String formula(PriceSuggestion proposal) {
        return get(proposal.formula().key(), proposal.args().toArray());
    }

    /** Beside a field there is room for a sentence, and a server may have written a page. */
    private static Object brief(Object arg) {
        return arg instanceof String text && text.length() > LONGEST_ARG
                ? text.substring(0, LONGEST_ARG) + "…"
                : arg;
    }

    /** The value that a field's text was understood as, written as people here write it. */
    public String value(Object value) {
        return switch (value) {
            case BigDecimal amount -> ValueFormatter.amount(amount, locale());
            case Integer number -> ValueFormatter.whole(number, locale());
            case LocalDate day ->
                DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale()).format(day);
            case List<?> list -> String.join(", ", list.stream().map(String::valueOf).toList());
            default -> value.toString();
        };
    }

    /** A price with its currency, written as people here write it. */
    public String price(Price price) {
        return get("echo.money", value(price.amount()), price.currency()).strip();
    }

    /** An answer as it came, as far as it can be shown. */
    public String answer(Answer answer) {
        return answer.body().isEmpty() ? get("answer.empty")
                : answer.body().length() <= LONGEST_ANSWER ? answer.body()
                        : answer.body().substring(0, LONGEST_ANSWER) + "…";
    }

    /** The time of day to the second. */
    public String second(Instant instant) {
        return DateTimeFormatter.ofPattern("HH:mm:ss", locale()).format(instant.atZone(zone()));
    }

    /** A moment near to now: its time, and its day when that is not today. */
    public String moment(Instant instant) {
        return moment(instant, "HH:mm");
    }

    /** The minute that begins when something is over: nobody is told a time at which it still holds. */
    String end(Instant until) {
        return moment(until.plusSeconds(59));
    }

    /** The same to the second, where two moments may lie within a minute. */
    public String exact(Instant instant) {
        return moment(instant, "HH:mm:ss");
    }

    private String moment(Instant instant, String pattern) {
        ZonedDateTime moment = instant.atZone(zone());
        String time = DateTimeFormatter.ofPattern(pattern, locale()).format(moment);
        LocalDate today = LocalDate.now(clock);
        if (moment.toLocalDate().equals(today)) {
            return time;
        }
        if (moment.toLocalDate().equals(today.plusDays(1))) {
            return get("moment.tomorrow", time);
        }
        if (moment.toLocalDate().equals(today.minusDays(1))) {
            return get("moment.yesterday", time);
        }
        return get("moment.day",
                DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale()).format(moment),
                time);
    }

    private ZoneId zone() {
        return clock.getZone();
    }
}
