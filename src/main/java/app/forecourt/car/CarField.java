package app.forecourt.car;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Fields of a car in AutoChat's {@code POST api/cars}. Each field is described once: this enum drives the form, the
 * rules, the JSON and the tests. A new field needs one constant here and a label in each language. The practice server
 * needs the field too, because it shares no code with this program. Some fields are typed but never sent: see
 * {@link #isSent}.
 *
 * <p>The order is the order of the form. Names and types come from the example car on the vendor's API page (12 October
 * 2023). Limits are those of comparable marketplaces, because AutoChat documents none.
 */
public enum CarField {
    // @formatter:off
    LICENSE_PLATE("licensePlate", Section.IDENTITY, FieldType.PLATE, FieldLimits.upTo(LicensePlate.MAX_LENGTH)),
    VIN("vin", Section.IDENTITY, FieldType.VIN, FieldLimits.NONE),
    INTERNAL_ID("internalId", Section.IDENTITY, FieldType.TEXT, FieldLimits.upTo(100)),
    DEALERSHIP_ID(
            "dealershipId",
            Section.IDENTITY,
            FieldType.TEXT,
            FieldLimits.upTo(100).asRequired()),

    BRAND("brand", Section.CAR, FieldType.WORD, FieldLimits.upTo(60).asRequired()),
    MODEL("model", Section.CAR, FieldType.WORD, FieldLimits.upTo(60).asRequired()),
    VERSION("version", Section.CAR, FieldType.TEXT, FieldLimits.upTo(121)),
    BODY_TYPE("bodyType", Section.CAR, FieldType.WORD, FieldLimits.upTo(60)),
    BODY_COLOR("bodyColor", Section.CAR, FieldType.WORD, FieldLimits.upTo(60)),
    NUMBER_OF_DOORS(
            "numberOfDoors",
            Section.CAR,
            FieldType.INTEGER,
            FieldLimits.between(1, 9).withUsual(2, 5)),

    FUEL_TYPE("fuelType", Section.ENGINE, FieldType.WORD, FieldLimits.upTo(60)),
    /** Cubic centimetres. */
    ENGINE_DISPLACEMENT(
            "engineDisplacement",
            Section.ENGINE,
            FieldType.INTEGER,
            FieldLimits.between(1, 99_999).withUsual(500, 8_500)),
    /** Kilowatts. */
    ENGINE_KW(
            "engineKw",
            Section.ENGINE,
            FieldType.INTEGER,
            FieldLimits.between(1, 9_999).withUsual(20, 800)),
    /** Grams of CO2 per kilometre. */
    ENGINE_EMISSION(
            "engineEmission",
            Section.ENGINE,
            FieldType.INTEGER,
            FieldLimits.between(0, 9_999).withUsual(0, 500)),
    TRANSMISSION("transmission", Section.ENGINE, FieldType.WORD, FieldLimits.upTo(60)),
    GEARS("gears", Section.ENGINE, FieldType.INTEGER, FieldLimits.between(1, 99).withUsual(1, 10)),

    DATE_OF_FIRST_REGISTRATION("dateOfFirstRegistration", Section.HISTORY, FieldType.DATE, FieldLimits.NONE),
    YEAR_OF_CONSTRUCTION("yearOfConstruction", Section.HISTORY, FieldType.YEAR, FieldLimits.NONE),
    /** In the unit of {@link #MILEAGE_UNIT}. */
    MILEAGE(
            "mileage",
            Section.HISTORY,
            FieldType.INTEGER,
            FieldLimits.between(0, 9_999_999).withUsual(1, 500_000)),
    MILEAGE_UNIT("mileageUnit", Section.HISTORY, FieldType.CODE, FieldLimits.between(2, 10)),

    SALES_PRICE(
            "salesPrice",
            Section.PRICE,
            FieldType.MONEY,
            FieldLimits.price().asRequired().withUsual(250, 500_000)),
    /** ISO 4217. */
    CURRENCY("currency", Section.PRICE, FieldType.CODE, FieldLimits.between(3, 3)),
    IS_TAX_DEDUCTIBLE("isTaxDeductible", Section.PRICE, FieldType.FLAG, FieldLimits.NONE),
    /** Dutch registration tax (BPM) still contained in the sales price. Never sent: AutoChat has no such member. */
    REST_BPM("restBpm", Section.PRICE, FieldType.MONEY, FieldLimits.amount()),
    SALES_PRICE_EX_VAT("salesPriceExVat", Section.PRICE, FieldType.MONEY, FieldLimits.amount()),
    TAX_AMOUNT("taxAmount", Section.PRICE, FieldType.MONEY, FieldLimits.amount()),
    TRADE_PRICE("tradePrice", Section.PRICE, FieldType.MONEY, FieldLimits.amount()),

    DESCRIPTION("description", Section.TEXT, FieldType.LONG_TEXT, FieldLimits.upTo(10_000)),
    TAGS("tags", Section.TEXT, FieldType.TAGS, FieldLimits.upTo(100)),

    IMAGES("images", Section.PHOTOS, FieldType.LINKS, FieldLimits.upTo(30)),

    OPTIONS("options", Section.EQUIPMENT, FieldType.OPTIONS, FieldLimits.NONE);
    // @formatter:on

    private static final Map<String, CarField> BY_API_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(CarField::apiName, Function.identity()));

    private final String apiName;
    private final Section section;
    private final FieldType type;
    private final FieldLimits limits;

    CarField(String apiName, Section section, FieldType type, FieldLimits limits) {
        this.apiName = apiName;
        this.section = section;
        this.type = type;
        this.limits = limits;
    }

    /** Returns the member's name in AutoChat's JSON. The same name is the control's id and the label's key. */
    public String apiName() {
        return apiName;
    }

    /** Returns whether AutoChat has such a member. A field that is not sent only serves to calculate other fields. */
    public boolean isSent() {
        return this != REST_BPM;
    }

    /** Returns the section of the form that contains the field. */
    public Section section() {
        return section;
    }

    /** Returns the input format and the Java type of the parsed value. */
    public FieldType type() {
        return type;
    }

    /** Returns the limits of the field's value, in the field's unit. */
    public FieldLimits limits() {
        return limits;
    }

    /** Returns the field with the given JSON name; empty if there is none. */
    public static Optional<CarField> ofApiName(String apiName) {
        return Optional.ofNullable(BY_API_NAME.get(apiName));
    }

    /** Returns the fields of one section, in form order. */
    public static List<CarField> ofSection(Section section) {
        return Arrays.stream(values()).filter(field -> field.section == section).toList();
    }

    /** Sections of the form, in the order of a car's registration papers. */
    public enum Section {
        /** Identity: licence plate, VIN, stock number and dealership. */
        IDENTITY,
        /** Brand, model and body. */
        CAR,
        /** Fuel, engine and transmission. */
        ENGINE,
        /** Age and mileage. */
        HISTORY,
        /** Prices and taxes. */
        PRICE,
        /** Description and tags. */
        TEXT,
        /** Photos. */
        PHOTOS,
        /** Options. */
        EQUIPMENT
    }
}
