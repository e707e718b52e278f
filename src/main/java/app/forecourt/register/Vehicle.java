package app.forecourt.register;

import app.forecourt.car.CarField;
import app.forecourt.car.FieldLimits;
import app.forecourt.car.SourcedValue;
import app.forecourt.car.vocabulary.Vocabulary;
import app.forecourt.car.vocabulary.Vocabulary.LeadingWord;
import app.forecourt.text.ValueFormatter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The register's data about one plate. They are records made by people and may be wrong. */
public final class Vehicle {
    private static final String PASSENGER_CAR = "Personenauto";
    private static final String YES = "Ja";
    /** RDW records an SUV as hatchback, estate or MPV. */
    private static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry("hatchback", "hatchback"),
            Map.entry("stationwagen", "estate"),
            Map.entry("sedan", "sedan"),
            Map.entry("mpv", "mpv"),
            Map.entry("cabriolet", "convertible"),
            Map.entry("coupe", "coupe"),
            Map.entry("terreinvoertuig", "suv"),
            Map.entry("pick-up truck", "pickup"),
            Map.entry("gesloten opbouw", "van"),
            Map.entry("bestelwagen", "van"));
    /** RDW records silver as grey. AutoChat has no words for pink and for several colours. */
    private static final Map<String, String> COLOURS = Map.ofEntries(
            Map.entry("oranje", "orange"),
            Map.entry("grijs", "grey"),
            Map.entry("zwart", "black"),
            Map.entry("wit", "white"),
            Map.entry("rood", "red"),
            Map.entry("geel", "yellow"),
            Map.entry("blauw", "blue"),
            Map.entry("groen", "green"),
            Map.entry("bruin", "brown"),
            Map.entry("beige", "beige"),
            Map.entry("creme", "beige"),
            Map.entry("paars", "purple"));

    private final RdwRow car;
    private final RdwFuelRows fuelRows;
    private final boolean hasFuels;

    /**
     * @param fuels the rows of the vehicle's fuels
     * @param hasFuels whether the register answered the request for the fuels
     */
    Vehicle(RdwRow car, List<RdwRow> fuels, boolean hasFuels) {
        this.car = car;
        this.fuelRows = new RdwFuelRows(fuels);
        this.hasFuels = hasFuels;
    }

    /** Returns whether fuel, power and emission are included, as far as the register has them. */
    public boolean hasFuels() {
        return hasFuels;
    }

    /** Returns whether the vehicle is a passenger car and not a van, a motorcycle or a trailer. */
    public boolean isPassengerCar() {
        return car.hasText("voertuigsoort", PASSENGER_CAR);
    }

    /** Returns the kind of vehicle in the register's Dutch term; empty if unknown. */
    public String kind() {
        return car.text("voertuigsoort").orElse("");
    }

    /** Returns the facts that belong to no field of the form. */
    public Set<Remark> remarks() {
        var remarks = EnumSet.noneOf(Remark.class);
        addIfYes("export_indicator", Remark.EXPORTED, remarks);
        addIfYes("wacht_op_keuren", Remark.WAITS_FOR_INSPECTION, remarks);
        addIfYes("taxi_indicator", Remark.TAXI, remarks);
        addIfYes("openstaande_terugroepactie_indicator", Remark.RECALLED, remarks);
        if (car.hasText("tellerstandoordeel", "Onlogisch")) {
            remarks.add(Remark.ODOMETER_ILLOGICAL);
        }
        Optional<LocalDate> inNetherlands = car.day("datum_eerste_tenaamstelling_in_nederland");
        if (car.day("datum_eerste_toelating")
                .filter(first -> inNetherlands.filter(first::isBefore).isPresent())
                .isPresent()) {
            remarks.add(Remark.IMPORTED);
        }
        return remarks;
    }

    private void addIfYes(String member, Remark remark, Set<Remark> remarks) {
        if (car.hasText(member, YES)) {
            remarks.add(remark);
        }
    }

    /**
     * Returns the values for the form's fields, in form order. Doors and year of construction are guesses, and so are
     * all values of a vehicle that is no passenger car. They are marked as unsure.
     *
     * @param vocabulary the spelling of brands, models and all other words
     * @param today a later date in the register is an error and is ignored
     */
    public List<SourcedValue> sourcedValues(Vocabulary vocabulary, LocalDate today) {
        Optional<String> brand = maker().map(text -> leadingBrand(text, vocabulary)
                .map(LeadingWord::word)
                .orElseGet(() -> vocabulary.canonicalWord(CarField.BRAND, text)));
        Optional<LocalDate> first = car.day("datum_eerste_toelating")
                .filter(day -> !day.isBefore(FieldLimits.FIRST_CAR) && !day.isAfter(today));
        return Stream.of(
                        fromRdw(CarField.BRAND, brand),
                        fromRdw(CarField.MODEL, model(brand, vocabulary)),
                        fromRdw(CarField.BODY_TYPE, word("inrichting", BODIES)),
                        fromRdw(CarField.BODY_COLOR, word("eerste_kleur", COLOURS)),
                        fromRdw(CarField.NUMBER_OF_DOORS, whole("aantal_deuren"))
                                .map(SourcedValue::asUncertain),
                        fuelRows.fuel(),
                        fromRdw(
                                CarField.ENGINE_DISPLACEMENT,
                                fuelRows.isElectric() ? Optional.empty() : whole("cilinderinhoud")),
                        fuelRows.power(),
                        fuelRows.emission(),
                        fromRdw(CarField.DATE_OF_FIRST_REGISTRATION, first),
                        fromRdw(CarField.YEAR_OF_CONSTRUCTION, first.map(LocalDate::getYear))
                                .map(SourcedValue::asUncertain))
                .flatMap(Optional::stream)
                .map(value -> isPassengerCar() ? value : value.asUncertain())
                .toList();
    }

    /**
     * Returns the maker in the register's spelling. It may be the full name (TESLA MOTORS) or include the converter of
     * the chassis (FIAT/ADRIA).
     */
    private Optional<String> maker() {
        return car.text("merk")
                .map(text -> text.replace(".", "").replaceFirst("/.*", "").strip())
                .filter(text -> !text.isEmpty());
    }

    /**
     * Returns the model, spelled as in AutoChat if known there, otherwise in lower case. The register may repeat the
     * brand (OPEL CORSA) or include the trim (GOLF VARIANT).
     */
    private Optional<String> model(Optional<String> brand, Vocabulary vocabulary) {
        return car.text("handelsbenaming")
                .map(text -> withoutBrand(text, brand, vocabulary))
                .map(text -> brand.flatMap(known -> vocabulary.findLeadingWord(CarField.MODEL, known, text))
                        .map(LeadingWord::word)
                        .orElseGet(() -> vocabulary.canonicalWord(CarField.MODEL, text)));
    }

    /** Removes the brand in front of a model name. A model with the same name as its brand is unchanged. */
    private String withoutBrand(String text, Optional<String> brand, Vocabulary vocabulary) {
        return leadingBrand(text, vocabulary)
                .filter(beginning -> brand.filter(beginning.word()::equals).isPresent())
                .map(LeadingWord::rest)
                .or(() -> maker().filter(name -> text.startsWith(name + " "))
                        .map(name -> text.substring(name.length()).strip()))
                .filter(rest -> !rest.isEmpty())
                .orElse(text);
    }

    private static Optional<LeadingWord> leadingBrand(String text, Vocabulary vocabulary) {
        return vocabulary.findLeadingWord(CarField.BRAND, "", text);
    }

    private Optional<SourcedValue> fromRdw(CarField field, Optional<?> value) {
        return value.flatMap(fieldValue -> valueWithinLimits(field, fieldValue, SourcedValue.Origin.RDW));
    }

    /** Returns a value from the register; empty if it is outside the limits of the field. */
    static Optional<SourcedValue> valueWithinLimits(CarField field, Object value, SourcedValue.Origin origin) {
        boolean fits = switch (value) {
            case Integer number -> field.limits().range().contains(BigDecimal.valueOf(number));
            case String word -> field.limits().range().contains(word.length());
            default -> true;
        };
        return Optional.of(new SourcedValue(field, value, origin, true)).filter(_ -> fits);
    }

    private Optional<String> word(String member, Map<String, String> words) {
        return car.text(member).map(text -> words.get(text.toLowerCase(Locale.ROOT)));
    }

    private Optional<Integer> whole(String member) {
        return car.number(member).map(BigDecimal::intValue);
    }

    /** Returns a value as the user would type it. Words get their label in the window's language. */
    public static String text(SourcedValue sourced, Vocabulary vocabulary, Locale locale) {
        return switch (sourced.value()) {
            case LocalDate day -> ValueFormatter.formatDate(day, locale);
            case String word -> vocabulary.label(sourced.field(), word, locale);
            default -> sourced.value().toString();
        };
    }

    /** A fact of the register that belongs to no field but matters to the seller. */
    public enum Remark {
        /** The car is registered as exported ({@code export_indicator}). */
        EXPORTED,
        /** The car must be inspected before it may be driven again ({@code wacht_op_keuren}). */
        WAITS_FOR_INSPECTION,
        /** The car is used as a taxi ({@code taxi_indicator}). */
        TAXI,
        /** A recall of the maker is still open ({@code openstaande_terugroepactie_indicator}). */
        RECALLED,
        /** The recorded mileages do not increase ({@code tellerstandoordeel}). */
        ODOMETER_ILLOGICAL,
        /** The car was registered in another country before. */
        IMPORTED;

        /** Returns the remarks of some names. A later version may know more. */
        public static Set<Remark> of(List<String> names) {
            var remarks = EnumSet.allOf(Remark.class);
            remarks.removeIf(remark -> !names.contains(remark.name()));
            return remarks;
        }
    }
}
