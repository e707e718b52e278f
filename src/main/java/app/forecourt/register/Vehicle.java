package app.forecourt.register;

import app.forecourt.car.CarField;
import app.forecourt.car.SourcedValue;
import app.forecourt.car.ValueOrigin;
import app.forecourt.car.vocabulary.Vocabulary;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the register has of one plate. Nothing in it is more than what somebody once wrote down. */
public final class Vehicle {
    private static final String PASSENGER_CAR = "Personenauto";
    private static final String YES = "Ja";
    /** An SUV is a hatchback, an estate or an MPV there. */
    private static final Map<String, String> BODIES = Map.ofEntries(Map.entry("hatchback", "hatchback"),
            Map.entry("stationwagen", "estate"), Map.entry("sedan", "sedan"), Map.entry("mpv", "mpv"),
            Map.entry("cabriolet", "convertible"), Map.entry("coupe", "coupe"),
            Map.entry("terreinvoertuig", "suv"), Map.entry("pick-up truck", "pickup"),
            Map.entry("gesloten opbouw", "van"), Map.entry("bestelwagen", "van"));
    /** Silver counts as grey there; pink and several colours are no words of AutoChat's. */
    private static final Map<String, String> COLOURS = Map.ofEntries(Map.entry("oranje", "orange"),
            Map.entry("grijs", "grey"), Map.entry("zwart", "black"), Map.entry("wit", "white"),
            Map.entry("rood", "red"), Map.entry("geel", "yellow"), Map.entry("blauw", "blue"),
            Map.entry("groen", "green"), Map.entry("bruin", "brown"), Map.entry("beige", "beige"),
            Map.entry("creme", "beige"), Map.entry("paars", "purple"));
    private static final LocalDate FIRST_CAR = LocalDate.of(1886, 1, 1);

    private final RdwRow car;
    private final RdwFuelRows drive;
    private final boolean whole;

    /**
     * A vehicle of these rows.
     *
     * @param whole whether the register was heard about its fuels
     */
    Vehicle(RdwRow car, List<RdwRow> fuels, boolean whole) {
        this.car = car;
        this.drive = new RdwFuelRows(fuels);
        this.whole = whole;
    }

    /** Whether fuel, power and emission are among what is told, as far as the register has them. */
    public boolean isWhole() {
        return whole;
    }

    /** Whether it is what dealers of cars sell, and not a van, a motorcycle or a trailer. */
    public boolean isPassengerCar() {
        return car.says("voertuigsoort", PASSENGER_CAR);
    }

    /** What kind of vehicle it is, in the register's own word; empty when it does not tell. */
    public String kind() {
        return car.text("voertuigsoort").orElse("");
    }

    /** What goes into no field. */
    public Set<VehicleRemark> remarks() {
        var remarks = EnumSet.noneOf(VehicleRemark.class);
        yes("export_indicator", VehicleRemark.EXPORTED, remarks);
        yes("wacht_op_keuren", VehicleRemark.WAITS_FOR_INSPECTION, remarks);
        yes("taxi_indicator", VehicleRemark.TAXI, remarks);
        yes("openstaande_terugroepactie_indicator", VehicleRemark.RECALLED, remarks);
        if (car.says("tellerstandoordeel", "Onlogisch")) {
            remarks.add(VehicleRemark.ODOMETER_ILLOGICAL);
        }
        Optional<LocalDate> here = car.day("datum_eerste_tenaamstelling_in_nederland");
        if (car.day("datum_eerste_toelating").filter(first -> here.filter(first::isBefore).isPresent())
                .isPresent()) {
            remarks.add(VehicleRemark.IMPORTED);
        }
        return remarks;
    }

    private void yes(String member, VehicleRemark remark, Set<VehicleRemark> remarks) {
        if (car.says(member, YES)) {
            remarks.add(remark);
        }
    }

    /**
     * What it says, field by field in form order. Doors and year of construction are guesses from the register, and so
     * is everything of what is no passenger car: those are only to be offered.
     *
     * @param vocabulary how brands, models and all other words are spelled here
     * @param today what lies after it is a slip of the register's
     */
    public List<SourcedValue> statements(Vocabulary vocabulary, LocalDate today) {
        MakeAndModel name = MakeAndModel.of(car, vocabulary);
        Optional<LocalDate> first = car.day("datum_eerste_toelating")
                .filter(day -> !day.isBefore(FIRST_CAR) && !day.isAfter(today));
        return Stream.of(say(CarField.BRAND, name.brand()), say(CarField.MODEL, name.model()),
                say(CarField.BODY_TYPE, word("inrichting", BODIES)),
                say(CarField.BODY_COLOR, word("eerste_kleur", COLOURS)),
                say(CarField.NUMBER_OF_DOORS, whole("aantal_deuren")).map(SourcedValue::unsure),
                drive.fuel(),
                say(CarField.ENGINE_DISPLACEMENT, drive.isElectric() ? Optional.empty()
                        : whole("cilinderinhoud")),
                drive.power(), drive.emission(),
                say(CarField.DATE_OF_FIRST_REGISTRATION, first),
                say(CarField.YEAR_OF_CONSTRUCTION, first.map(LocalDate::getYear)).map(SourcedValue::unsure))
                .flatMap(Optional::stream)
                .map(said -> isPassengerCar() ? said : said.unsure()).toList();
    }

    private Optional<SourcedValue> say(CarField field, Optional<?> value) {
        return value.flatMap(any -> said(field, any, ValueOrigin.RDW));
    }

    /** Nothing when the value lies outside of what the field takes. */
    static Optional<SourcedValue> said(CarField field, Object value, ValueOrigin source) {
        boolean fits = switch (value) {
            case Integer number -> field.limits().range().holds(BigDecimal.valueOf(number));
            case String word -> field.limits().range().holds(word.length());
            default -> true;
        };
        return Optional.of(new SourcedValue(field, value, source, true)).filter(any -> fits);
    }

    private Optional<String> word(String member, Map<String, String> words) {
        return car.text(member).map(text -> words.get(text.toLowerCase(Locale.ROOT)));
    }

    private Optional<Integer> whole(String member) {
        return car.number(member).map(BigDecimal::intValue);
    }
}
