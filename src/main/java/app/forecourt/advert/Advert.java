package app.forecourt.advert;

import app.forecourt.car.CarField;
import app.forecourt.car.LicensePlate;
import app.forecourt.car.vocabulary.Vocabulary;
import app.forecourt.option.OptionLabels;
import app.forecourt.text.Language;
import app.forecourt.text.PowerConverter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The public facts about a car for buyers, in one language. Unknown facts are omitted, so that no gaps appear. The
 * trade price and the VIN are never included.
 */
public final class Advert {
    private static final String BETWEEN = " · ";
    private static final String BULLET = "• ";
    private static final List<CarField> FACTS = List.of(
            CarField.DATE_OF_FIRST_REGISTRATION,
            CarField.YEAR_OF_CONSTRUCTION,
            CarField.MILEAGE,
            CarField.FUEL_TYPE,
            CarField.TRANSMISSION,
            CarField.ENGINE_KW,
            CarField.ENGINE_DISPLACEMENT,
            CarField.ENGINE_EMISSION,
            CarField.BODY_TYPE,
            CarField.NUMBER_OF_DOORS,
            CarField.BODY_COLOR);
    private static final Set<CarField> ENERGY = EnumSet.of(CarField.FUEL_TYPE, CarField.ENGINE_EMISSION);
    private static final String MILES = "MI";

    private final AdvertSource source;
    private final Vocabulary vocabulary;
    private final OptionLabels labels;
    private final Language language;
    private final AdvertPhrases phrases;
    private final AdvertNumberFormat numbers;

    /** @param vocabulary the display names of the words that AutoChat accepts */
    public Advert(AdvertSource source, Vocabulary vocabulary, OptionLabels labels, Language language) {
        this.source = source;
        this.vocabulary = vocabulary;
        this.labels = labels;
        this.language = language;
        this.phrases = new AdvertPhrases(language);
        this.numbers = new AdvertNumberFormat(language.locale());
    }

    public Language language() {
        return language;
    }

    /** Returns brand and model, as far as they are known. */
    public String name() {
        return joined(Stream.of(name(CarField.BRAND), name(CarField.MODEL)), " ")
                .orElse("");
    }

    /** Returns the version of the model. */
    public Optional<String> version() {
        return text(CarField.VERSION);
    }

    /** Returns brand, model and version, as far as they are known. */
    public String title() {
        return (name() + " " + version().orElse("")).strip();
    }

    /** Returns the sales price with its currency. */
    public Optional<String> price() {
        return money(CarField.SALES_PRICE);
    }

    /** Returns the note that the VAT can be deducted; empty if it can not. */
    public Optional<String> vat() {
        return source.value(CarField.IS_TAX_DEDUCTIBLE, Boolean.class)
                .filter(Boolean::booleanValue)
                .map(_ -> phrases.get("value.vat"));
    }

    /** Returns the name of the dealership. */
    public Optional<String> dealership() {
        return source.dealership().map(String::strip).filter(name -> !name.isEmpty());
    }

    /** Returns the licence plate with its separators. */
    public Optional<String> plate() {
        return text(CarField.LICENSE_PLATE)
                .map(bare -> LicensePlate.of(bare).map(LicensePlate::formatted).orElse(bare));
    }

    /** Returns the dealer's own number of the car. */
    public Optional<String> stockNumber() {
        return text(CarField.INTERNAL_ID);
    }

    /** Returns the dealer's description. */
    public Optional<String> description() {
        return text(CarField.DESCRIPTION);
    }

    /** Returns the addresses of the photos, the main photo first. */
    public List<String> pictures() {
        return source.value(CarField.IMAGES, List.class).stream()
                .flatMap(list -> ((List<?>) list).stream())
                .map(Object::toString)
                .toList();
    }

    /** Returns the facts that buyers look at first: registration, mileage, fuel, transmission and power. */
    public Optional<String> highlights() {
        Stream<Optional<String>> facts = Stream.of(
                registered().map(numbers::month).or(() -> value(CarField.YEAR_OF_CONSTRUCTION)),
                value(CarField.MILEAGE),
                value(CarField.FUEL_TYPE),
                word(CarField.TRANSMISSION),
                value(CarField.ENGINE_KW));
        return joined(facts, BETWEEN);
    }

    /** Returns all known facts except the options. */
    public List<Fact> facts() {
        return facts(_ -> true);
    }

    private List<Fact> facts(Predicate<CarField> isShown) {
        return FACTS.stream()
                .filter(isShown)
                .flatMap(field -> value(field).stream().map(value -> new Fact(label(field), value)))
                .toList();
    }

    private String label(CarField field) {
        return phrases.get("fact." + field.apiName());
    }

    /** Returns all known facts except the options and those that {@link #energy} has. */
    public List<Fact> factsBesideEnergy() {
        return energy().isEmpty() ? facts() : facts(field -> !ENERGY.contains(field));
    }

    /** Returns the fuel and its emission in one line; empty if the emission is unknown. */
    public Optional<Fact> energy() {
        return value(CarField.ENGINE_EMISSION)
                .map(_ -> new Fact(
                        phrases.get("fact.energy"),
                        joined(
                                        Stream.of(
                                                value(CarField.FUEL_TYPE),
                                                value(CarField.ENGINE_EMISSION)
                                                        .map(emission ->
                                                                label(CarField.ENGINE_EMISSION) + " " + emission)),
                                        BETWEEN)
                                .orElse("")));
    }

    public List<AdvertOptionGroup> options() {
        return AdvertOptionGroup.of(source.options(), labels, phrases, language.locale());
    }

    /** Returns the sales price, or the words for a card without one. */
    public String priceOnCard() {
        return price().orElseGet(() -> phrases.get("value.no_price"));
    }

    /** Returns the text for the number of options that are not named. */
    public String moreText(int count) {
        return phrases.get("value.more", count);
    }

    /** Returns the options of a group in one line. */
    public String optionLine(AdvertOptionGroup section) {
        String named = String.join(", ", section.labels());
        return section.moreCount() == 0 ? named : named + " " + moreText(section.moreCount());
    }

    /** Returns the text for a placeholder; empty if the fact is unknown. */
    public Optional<String> value(Placeholder placeholder) {
        return switch (placeholder) {
            case TITLE -> Optional.of(title()).filter(title -> !title.isEmpty());
            case HIGHLIGHTS -> highlights();
            case FACTS -> lines(facts().stream().map(fact -> BULLET + fact.label() + ": " + fact.value()));
            case OPTIONS ->
                lines(options().stream().map(section -> BULLET + section.heading() + ": " + optionLine(section)));
            case OPTION_COUNT ->
                Optional.of(options().stream()
                                .mapToInt(section -> section.labels().size() + section.moreCount())
                                .sum())
                        .filter(count -> count > 0)
                        .map(count -> phrases.get("value.options", count));
            case BRAND -> name(CarField.BRAND);
            case MODEL -> name(CarField.MODEL);
            case VERSION -> version();
            case REGISTERED -> value(CarField.DATE_OF_FIRST_REGISTRATION);
            case YEAR ->
                source.value(CarField.YEAR_OF_CONSTRUCTION, Integer.class)
                        .or(() -> registered().map(LocalDate::getYear))
                        .map(String::valueOf);
            case MILEAGE -> value(CarField.MILEAGE);
            case FUEL -> value(CarField.FUEL_TYPE);
            case GEARBOX -> word(CarField.TRANSMISSION);
            case GEARS -> gears();
            case POWER -> value(CarField.ENGINE_KW);
            case DISPLACEMENT -> value(CarField.ENGINE_DISPLACEMENT);
            case EMISSION -> value(CarField.ENGINE_EMISSION);
            case BODY -> value(CarField.BODY_TYPE);
            case DOORS ->
                source.value(CarField.NUMBER_OF_DOORS, Integer.class).map(doors -> phrases.get("value.doors", doors));
            case COLOUR -> value(CarField.BODY_COLOR);
            case PRICE -> price();
            case PRICE_VAT ->
                price().map(price -> vat().map(vat -> phrases.get("value.price_vat", price, vat))
                        .orElse(price));
            case PRICE_EX_VAT ->
                vat().flatMap(_ -> money(CarField.SALES_PRICE_EX_VAT)).map(price -> phrases.get("value.ex_vat", price));
            case PLATE -> plate();
            case STOCK_NUMBER -> stockNumber();
            case DEALERSHIP -> dealership();
        };
    }

    private Optional<String> value(CarField field) {
        return switch (field) {
            case DATE_OF_FIRST_REGISTRATION -> registered().map(numbers::day);
            case YEAR_OF_CONSTRUCTION -> source.value(field, Integer.class).map(String::valueOf);
            case MILEAGE -> source.value(field, Integer.class).map(this::mileage);
            case TRANSMISSION ->
                word(field)
                        .map(word -> gears().map(gears -> phrases.get("value.transmission", word, gears))
                                .orElse(word));
            case ENGINE_KW ->
                source.value(field, Integer.class)
                        .map(kilowatt -> phrases.get(
                                "value.power",
                                numbers.whole(kilowatt),
                                numbers.whole(PowerConverter.toHorsepower(kilowatt))));
            case ENGINE_DISPLACEMENT -> figure(field, "value.displacement");
            case ENGINE_EMISSION -> figure(field, "value.emission");
            case NUMBER_OF_DOORS -> source.value(field, Integer.class).map(numbers::whole);
            default -> word(field);
        };
    }

    private Optional<LocalDate> registered() {
        return source.value(CarField.DATE_OF_FIRST_REGISTRATION, LocalDate.class);
    }

    private String mileage(int distance) {
        boolean miles = source.value(CarField.MILEAGE_UNIT, String.class)
                .filter(MILES::equals)
                .isPresent();
        return phrases.get(miles ? "value.mi" : "value.km", numbers.whole(distance), distance);
    }

    private Optional<String> gears() {
        return source.value(CarField.GEARS, Integer.class).map(gears -> phrases.get("value.gears", gears));
    }

    private Optional<String> figure(CarField field, String key) {
        return source.value(field, Integer.class).map(numbers::whole).map(number -> phrases.get(key, number));
    }

    private Optional<String> money(CarField field) {
        return source.value(field, BigDecimal.class)
                .map(amount -> numbers.price(amount, text(CarField.CURRENCY).orElse("")));
    }

    private Optional<String> word(CarField field) {
        return text(field).map(word -> vocabulary.label(field, word, language.locale()));
    }

    private Optional<String> name(CarField field) {
        return text(field).map(name -> vocabulary.displayName(field, name));
    }

    private Optional<String> text(CarField field) {
        return source.value(field, String.class).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static Optional<String> lines(Stream<String> lines) {
        return joined(lines.map(Optional::of), "\n");
    }

    private static Optional<String> joined(Stream<Optional<String>> parts, String between) {
        return Optional.of(parts.flatMap(Optional::stream).collect(Collectors.joining(between)))
                .filter(text -> !text.isEmpty());
    }

    /** One line of facts in an advert: label and value. */
    public record Fact(String label, String value) {}
}
