package app.forecourt.car.check;

import static app.forecourt.car.CarField.BODY_COLOR;
import static app.forecourt.car.CarField.BODY_TYPE;
import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.car.CarField.CURRENCY;
import static app.forecourt.car.CarField.DATE_OF_FIRST_REGISTRATION;
import static app.forecourt.car.CarField.DEALERSHIP_ID;
import static app.forecourt.car.CarField.DESCRIPTION;
import static app.forecourt.car.CarField.ENGINE_DISPLACEMENT;
import static app.forecourt.car.CarField.ENGINE_EMISSION;
import static app.forecourt.car.CarField.ENGINE_KW;
import static app.forecourt.car.CarField.FUEL_TYPE;
import static app.forecourt.car.CarField.GEARS;
import static app.forecourt.car.CarField.INTERNAL_ID;
import static app.forecourt.car.CarField.LICENSE_PLATE;
import static app.forecourt.car.CarField.MILEAGE;
import static app.forecourt.car.CarField.MILEAGE_UNIT;
import static app.forecourt.car.CarField.MODEL;
import static app.forecourt.car.CarField.NUMBER_OF_DOORS;
import static app.forecourt.car.CarField.SALES_PRICE;
import static app.forecourt.car.CarField.TRADE_PRICE;
import static app.forecourt.car.CarField.TRANSMISSION;
import static app.forecourt.car.CarField.VERSION;
import static app.forecourt.car.CarField.VIN;
import static app.forecourt.car.CarField.YEAR_OF_CONSTRUCTION;
import static java.util.stream.Collectors.joining;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.Vin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A generator of cars that look like those of Dutch, Belgian and German dealers, typed as people write. The models
 * stand in {@code slips/models.csv}. Equal seeds generate equal cars. Three in five plates are Dutch, and each Dutch
 * plate was issued on or after the first registration, because one car in seven is imported later.
 */
public final class TrueCars {
    private static final LocalDate TODAY = LocalDate.now(ProblemCases.TODAY);
    private static final String MODEL_YEARS = "ABCDEFGHJKLMNPRSTVWXY123456789";
    /** Letters of Dutch passenger cars, first and later ones, by the RDW's list. */
    private static final String DUTCH_FIRST = "GHJKLNPRSTXZ";

    private static final String DUTCH = "BDFGHJKLNPRSTVXZ";
    private static final String BELGIAN = "ABCDEFGHJKLNPRSTUVXYZ";
    private static final List<String> DISTRICTS = List.of(
            "B", "M", "K", "HH", "F", "S", "D", "DO", "E", "L", "HB", "DD", "H", "N", "DU", "BO", "W", "BI", "BN", "MS",
            "KA", "MA", "A", "WI", "MG", "GE", "BS", "C", "KI", "AC", "HAL", "MD", "FR", "KR", "HL", "OB", "EF", "MZ",
            "HRO", "KS", "HA", "HAM", "SB", "KLE", "VIE", "BOR", "BOT", "COE", "EL", "LER", "NOH", "HS", "DN", "EU",
            "WES", "OS");
    /** Dutch series of cars, and the first day of each. */
    private static final List<Series> SERIES = List.of(
            new Series("99-LLL-9", LocalDate.of(2008, 5, 19)),
            new Series("9-LLL-99", LocalDate.of(2013, 3, 5)),
            new Series("LL-999-L", LocalDate.of(2015, 3, 30)),
            new Series("L-999-LL", LocalDate.of(2019, 8, 19)),
            new Series("LLL-99-L", LocalDate.of(2024, 6, 4)));

    /** The first columns of the file of models; that of the VIN has its pattern. */
    private static final List<CarField> COLUMNS = List.of(
            BRAND,
            MODEL,
            VERSION,
            VIN,
            BODY_TYPE,
            FUEL_TYPE,
            ENGINE_DISPLACEMENT,
            ENGINE_KW,
            ENGINE_EMISSION,
            TRANSMISSION,
            GEARS,
            NUMBER_OF_DOORS);

    private static final List<String> COLOURS = List.of(
            "Zwart", "grijs", "Wit", "blauw", "zilver", "Rood", "Black", "grey", "white", "Blue", "Schwarz", "grau",
            "Weiß", "Silber", "noir", "bleu", "groen", "Beige", "bruin");

    private static final List<String> TEXTS = List.of(
            "Nette auto, dealer onderhouden.",
            "Eerste eigenaar, boekjes aanwezig.",
            "Scheckheftgepflegt, Nichtraucher.",
            "One owner, full service history.",
            "Trekhaak, winterbanden op velgen.",
            "Très bon état, carnet complet.",
            "Inclusief nieuwe APK en beurt.",
            "Unfallfrei, TÜV neu.");

    private final Random random;
    private final List<Model> models = models();

    /** Pattern of a Dutch series, and its first day. */
    private record Series(String pattern, LocalDate first) {}

    /** A row of the file of models. */
    private record Model(List<String> columns) {
        String text(int column) {
            return columns.get(column);
        }

        int number(int column) {
            return Integer.parseInt(text(column));
        }
    }

    private TrueCars(long seed) {
        random = new Random(seed);
    }

    /** Generates cars. */
    public static List<CarDraft> of(long seed, int count) {
        TrueCars cars = new TrueCars(seed);
        return IntStream.range(0, count).mapToObj(number -> cars.car(number)).toList();
    }

    private CarDraft car(int number) {
        Model model = models.get(random.nextInt(models.size()));
        LocalDate registered = firstRegistration(model);
        int built = registered.getYear() - (registered.getMonthValue() < 4 && random.nextBoolean() ? 1 : 0);
        double years = Math.max(0.3, ChronoUnit.DAYS.between(registered, TODAY) / 365.25);
        int mileage = (int) (years * 14_500 * Math.exp(random.nextGaussian() * 0.45));
        int price = price(model.number(12), years, mileage);
        Map<CarField, String> texts = new EnumMap<>(CarField.class);
        for (CarField field : COLUMNS) {
            texts.put(field, model.text(COLUMNS.indexOf(field)));
        }
        texts.put(LICENSE_PLATE, plate(registered));
        texts.put(VIN, vin(texts.get(VIN), registered.getMonthValue() > 8 ? built + 1 : built));
        if (random.nextInt(10) < 6) {
            texts.put(INTERNAL_ID, (random.nextBoolean() ? "V" : "NL-") + (10_000 + number * 7));
        }
        texts.put(DEALERSHIP_ID, "d-1");
        texts.put(BODY_COLOR, any(COLOURS));
        texts.merge(ENGINE_KW, any(List.of("", "", " kW")), String::concat);
        texts.put(DATE_OF_FIRST_REGISTRATION, date(registered));
        texts.put(YEAR_OF_CONSTRUCTION, "" + built);
        texts.put(MILEAGE, number(mileage) + any(List.of("", "", " km")));
        texts.put(MILEAGE_UNIT, "KM");
        texts.put(SALES_PRICE, number(price) + any(List.of("", "", "", ",-", ",00")));
        texts.put(CURRENCY, "EUR");
        if (random.nextInt(5) == 0) {
            texts.put(TRADE_PRICE, number(price * 9 / 10 / 50 * 50));
        }
        texts.put(DESCRIPTION, any(TEXTS));
        return new CarDraft(texts, List.of());
    }

    /** Returns a day on which offices register cars. */
    private LocalDate firstRegistration(Model model) {
        LocalDate day =
                LocalDate.of(between(model.number(13), model.number(14)), 1, 1).plusDays(random.nextInt(365));
        day = day.isAfter(TODAY.minusDays(60)) ? TODAY.minusDays(60 + random.nextInt(300)) : day;
        return day.getDayOfWeek() == DayOfWeek.SUNDAY ? day.plusDays(1) : day;
    }

    private int price(int priceNew, double years, int mileage) {
        double worth = priceNew
                * Math.pow(0.87, years)
                * (1 - Math.min(0.3, mileage / 700_000.0))
                * (0.92 + random.nextDouble() * 0.16);
        int hundreds = Math.max(15, (int) (worth / 100));
        return hundreds * 100 + any(List.of(0, 50, 50, 50, 90, 95, 99, 75, 25));
    }

    private String plate(LocalDate registered) {
        int country = random.nextInt(10);
        if (country < 6) {
            LocalDate issued = random.nextInt(7) == 0
                    ? registered.plusDays(random.nextInt((int) ChronoUnit.DAYS.between(registered, TODAY)))
                    : registered;
            Series series = SERIES.stream()
                    .filter(known -> !known.first().isAfter(issued))
                    .toList()
                    .getLast();
            return written(dutch(series.pattern()), "-");
        }
        if (country < 8) {
            return written(
                    (registered.getYear() < 2021 ? "1" : "2") + "-" + letters(BELGIAN, 3) + "-" + between(100, 999),
                    "-");
        }
        String letters = any(DISTRICTS) + "-" + letters(BELGIAN, between(1, 2));
        // At most eight characters without the hyphen.
        return written(letters + " " + (letters.length() > 5 ? between(10, 999) : between(10, 9_999)), "");
    }

    private String dutch(String pattern) {
        StringBuilder plate = new StringBuilder();
        for (char place : pattern.toCharArray()) {
            boolean isFirst = plate.chars().noneMatch(Character::isLetter);
            plate.append(
                    switch (place) {
                        case 'L' -> letters(isFirst ? DUTCH_FIRST : DUTCH, 1);
                        case '9' -> "" + random.nextInt(10);
                        default -> "" + place;
                    });
        }
        return plate.toString();
    }

    /** Returns a plate as people type it: as it is, without its separators, or in small letters. */
    private String written(String plate, String separator) {
        String typed = separator.isEmpty() || random.nextBoolean() ? plate : plate.replace(separator, "");
        return random.nextBoolean() ? typed : typed.toLowerCase(Locale.ROOT);
    }

    private String vin(String pattern, int modelYear) {
        StringBuilder vin = new StringBuilder();
        for (char place : pattern.toCharArray()) {
            vin.append(
                    switch (place) {
                        case 'n' -> "" + random.nextInt(10);
                        case 'y' -> "" + MODEL_YEARS.charAt((modelYear - 1980) % MODEL_YEARS.length());
                        default -> "" + place;
                    });
        }
        if ("15L".indexOf(pattern.charAt(0)) >= 0) {
            vin.setCharAt(8, '0');
            vin.setCharAt(8, new Vin(vin.toString()).computedCheckDigit());
        }
        return random.nextInt(3) == 0 ? vin.toString().toLowerCase(Locale.ROOT) : vin.toString();
    }

    private String date(LocalDate day) {
        return DateTimeFormatter.ofPattern(
                        any(List.of("ddMMyyyy", "ddMMyyyy", "dd-MM-yyyy", "d-M-yyyy", "dd.MM.yyyy", "dd/MM/yyyy")),
                        Locale.ROOT)
                .format(day);
    }

    private String number(int number) {
        return random.nextBoolean() ? "" + number : String.format(Locale.GERMANY, "%,d", number);
    }

    private String letters(String alphabet, int count) {
        return IntStream.range(0, count)
                .mapToObj(place -> "" + alphabet.charAt(random.nextInt(alphabet.length())))
                .collect(joining());
    }

    private int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static List<Model> models() {
        try (var in = TrueCars.class.getResourceAsStream("/slips/models.csv")) {
            return Stream.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n"))
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> new Model(List.of(line.split(";"))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
