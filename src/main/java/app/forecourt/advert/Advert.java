package app.forecourt.advert;

import app.forecourt.car.CarField;
import app.forecourt.car.LicensePlate;
import app.forecourt.car.vocabulary.Vocabulary;
import app.forecourt.option.OptionGroup;
import app.forecourt.option.OptionLabels;
import app.forecourt.text.Language;
import app.forecourt.text.Power;
import app.forecourt.text.ValueFormatter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is told of a car to those who may buy it, in one language: only what is known, so that nowhere is a hole. The
 * trade price and the VIN are not among it.
 */
public final class Advert {
    /** Of a group; beyond that nobody reads on. */
    private static final int MOST_OF_A_GROUP = 24;
    private static final String BETWEEN = " · ";
    private static final String BULLET = "• ";
    private static final List<CarField> FACTS = List.of(CarField.DATE_OF_FIRST_REGISTRATION,
            CarField.YEAR_OF_CONSTRUCTION, CarField.MILEAGE, CarField.FUEL_TYPE, CarField.TRANSMISSION,
            CarField.ENGINE_KW, CarField.ENGINE_DISPLACEMENT, CarField.ENGINE_EMISSION, CarField.BODY_TYPE,
            CarField.NUMBER_OF_DOORS, CarField.BODY_COLOR);
    private static final String MILES = "MI";

    private final AdvertSource offer;
    private final Vocabulary vocabulary;
    private final OptionLabels labels;
    private final Language language;
    private final AdvertMessages phrases;
    private final AdvertNumberFormat figures;

    /** @param vocabulary what people call the words that AutoChat takes */
    public Advert(AdvertSource offer, Vocabulary vocabulary, OptionLabels labels, Language language) {
        this.offer = offer;
        this.vocabulary = vocabulary;
        this.labels = labels;
        this.language = language;
        this.phrases = new AdvertMessages(language);
        this.figures = new AdvertNumberFormat(language.locale());
    }

    /** The one it is told in. */
    public Language language() {
        return language;
    }

    /** Brand and model, as far as they are known. */
    public String name() {
        return joined(Stream.of(name(CarField.BRAND), name(CarField.MODEL)), " ").orElse("");
    }

    /** Which of that model it is. */
    public Optional<String> version() {
        return text(CarField.VERSION);
    }

    /** Brand, model and version, as far as they are known. */
    public String title() {
        return (name() + " " + version().orElse("")).strip();
    }

    /** What it costs. */
    public Optional<String> price() {
        return money(CarField.SALES_PRICE);
    }

    /** That its VAT can be deducted, if it can. */
    public Optional<String> vat() {
        return offer.value(CarField.IS_TAX_DEDUCTIBLE, Boolean.class).filter(Boolean::booleanValue)
                .map(any -> phrases.get("value.vat"));
    }

    /** Who sells it. */
    public Optional<String> dealership() {
        return offer.dealership().map(String::strip).filter(name -> !name.isEmpty());
    }

    /** Its plate as it stands on the car. */
    public Optional<String> plate() {
        return text(CarField.LICENSE_PLATE)
                .map(bare -> LicensePlate.of(bare).map(LicensePlate::formatted).orElse(bare));
    }

    /** The dealer's own number of it. */
    public Optional<String> stockNumber() {
        return text(CarField.INTERNAL_ID);
    }

    /** What the dealer says of it. */
    public Optional<String> description() {
        return text(CarField.DESCRIPTION);
    }

    /** The addresses of its pictures, the main one first. */
    public List<String> pictures() {
        return offer.value(CarField.IMAGES, List.class).stream().flatMap(list -> ((List<?>) list).stream())
                .map(Object::toString).toList();
    }

    /** What is asked for first: since when, how far, what it burns, how it is shifted, how strong it is. */
    public Optional<String> highlights() {
        Stream<Optional<String>> all = Stream.of(
                registered().map(figures::month)
                        .or(() -> value(CarField.YEAR_OF_CONSTRUCTION)),
                value(CarField.MILEAGE), value(CarField.FUEL_TYPE), word(CarField.TRANSMISSION),
                value(CarField.ENGINE_KW));
        return joined(all, BETWEEN);
    }

    /** All that is known of it but its options. */
    public List<AdvertFact> facts() {
        return FACTS.stream().flatMap(field -> value(field).stream()
                .map(value -> new AdvertFact(phrases.get("fact." + field.apiName()), value))).toList();
    }

    /** Its options by what they are about. */
    public List<OptionSection> options() {
        Map<OptionGroup, SequencedSet<String>> groups = new EnumMap<>(OptionGroup.class);
        Set<String> met = new LinkedHashSet<>();
        offer.options().stream().filter(option -> met.add(labels.meaning(option)))
                .forEach(option -> groups.computeIfAbsent(labels.group(option), any -> new LinkedHashSet<>())
                        .add(labels.label(option, language.locale())));
        return groups.entrySet().stream()
                .map(group -> new OptionSection(phrases.get("group." + AdvertMessages.key(group.getKey())),
                        group.getValue().stream().limit(MOST_OF_A_GROUP).toList(),
                        Math.max(0, group.getValue().size() - MOST_OF_A_GROUP)))
                .toList();
    }

    /** That there are so many beyond those that are named. */
    public String more(int count) {
        return phrases.get("value.more", count);
    }

    /** A group's options in a line. */
    public String line(OptionSection group) {
        String named = String.join(", ", group.labels());
        return group.more() == 0 ? named : named + " " + more(group.more());
    }

    /** What a placeholder stands for, empty when that is not known of this car. */
    public Optional<String> value(Placeholder placeholder) {
        return switch (placeholder) {
            case TITLE -> Optional.of(title()).filter(title -> !title.isEmpty());
            case HIGHLIGHTS -> highlights();
            case FACTS -> lines(facts().stream().map(fact -> BULLET + fact.label() + ": " + fact.value()));
            case OPTIONS ->
                lines(options().stream().map(group -> BULLET + group.heading() + ": " + line(group)));
            case OPTION_COUNT -> Optional.of(options().stream()
                    .mapToInt(group -> group.labels().size() + group.more()).sum()).filter(count -> count > 0)
                    .map(count -> phrases.get("value.options", count));
            case BRAND -> name(CarField.BRAND);
            case MODEL -> name(CarField.MODEL);
            case VERSION -> version();
            case REGISTERED -> value(CarField.DATE_OF_FIRST_REGISTRATION);
            case YEAR -> offer.value(CarField.YEAR_OF_CONSTRUCTION, Integer.class)
                    .or(() -> registered().map(LocalDate::getYear)).map(String::valueOf);
            case MILEAGE -> value(CarField.MILEAGE);
            case FUEL -> value(CarField.FUEL_TYPE);
            case GEARBOX -> word(CarField.TRANSMISSION);
            case GEARS -> gears();
            case POWER -> value(CarField.ENGINE_KW);
            case DISPLACEMENT -> value(CarField.ENGINE_DISPLACEMENT);
            case EMISSION -> value(CarField.ENGINE_EMISSION);
            case BODY -> value(CarField.BODY_TYPE);
            case DOORS -> offer.value(CarField.NUMBER_OF_DOORS, Integer.class)
                    .map(doors -> phrases.get("value.doors", doors));
            case COLOUR -> value(CarField.BODY_COLOR);
            case PRICE -> price();
            case PRICE_VAT -> price().map(price -> vat()
                    .map(vat -> phrases.get("value.price_vat", price, vat)).orElse(price));
            case PRICE_EX_VAT -> vat().flatMap(any -> money(CarField.SALES_PRICE_EX_VAT))
                    .map(price -> phrases.get("value.ex_vat", price));
            case PLATE -> plate();
            case STOCK_NUMBER -> stockNumber();
            case DEALERSHIP -> dealership();
        };
    }

    private Optional<String> value(CarField field) {
        return switch (field) {
            case DATE_OF_FIRST_REGISTRATION -> registered().map(figures::day);
            case YEAR_OF_CONSTRUCTION -> offer.value(field, Integer.class).map(String::valueOf);
            case MILEAGE -> offer.value(field, Integer.class).map(this::mileage);
            case TRANSMISSION -> word(field)
                    .map(word -> gears().map(gears -> phrases.get("value.transmission", word, gears))
                            .orElse(word));
            case ENGINE_KW -> offer.value(field, Integer.class)
                    .map(kilowatt -> phrases.get("value.power", figures.whole(kilowatt),
                            figures.whole(Power.horsePower(kilowatt))));
            case ENGINE_DISPLACEMENT -> figure(field, "value.displacement");
            case ENGINE_EMISSION -> figure(field, "value.emission");
            case NUMBER_OF_DOORS -> offer.value(field, Integer.class).map(figures::whole);
            default -> word(field);
        };
    }

    private Optional<LocalDate> registered() {
        return offer.value(CarField.DATE_OF_FIRST_REGISTRATION, LocalDate.class);
    }

    private String mileage(int distance) {
        boolean miles = offer.value(CarField.MILEAGE_UNIT, String.class).filter(MILES::equals).isPresent();
        return phrases.get(miles ? "value.mi" : "value.km", figures.whole(distance), distance);
    }

    private Optional<String> gears() {
        return offer.value(CarField.GEARS, Integer.class).map(gears -> phrases.get("value.gears", gears));
    }

    private Optional<String> figure(CarField field, String key) {
        return offer.value(field, Integer.class).map(figures::whole).map(number -> phrases.get(key, number));
    }

    private Optional<String> money(CarField field) {
        return offer.value(field, BigDecimal.class)
                .map(amount -> figures.price(amount, text(CarField.CURRENCY).orElse("")));
    }

    private Optional<String> word(CarField field) {
        return text(field).map(word -> vocabulary.label(field, word, language.locale()));
    }

    private Optional<String> name(CarField field) {
        return word(field).map(ValueFormatter::name);
    }

    private Optional<String> text(CarField field) {
        return offer.value(field, String.class).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static Optional<String> lines(Stream<String> lines) {
        return joined(lines.map(Optional::of), "\n");
    }

    private static Optional<String> joined(Stream<Optional<String>> parts, String between) {
        return Optional.of(parts.flatMap(Optional::stream).collect(Collectors.joining(between)))
                .filter(text -> !text.isEmpty());
    }
}
