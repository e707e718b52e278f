package app.forecourt.register;

import app.forecourt.car.CarField;
import app.forecourt.car.SourcedValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fuels and the drive of a vehicle: one row per fuel. */
final class RdwFuelRows {
    private static final String ELECTRIC = "electric";
    private static final String HYBRID = "hybrid";
    private static final String PLUGIN_HYBRID = "plugin_hybrid";
    private static final Map<String, String> FUELS = Map.of(
            "benzine",
            "petrol",
            "diesel",
            "diesel",
            "elektriciteit",
            ELECTRIC,
            "lpg",
            "lpg",
            "cng",
            "cng",
            "lng",
            "other",
            "waterstof",
            "hydrogen",
            "alcohol",
            "ethanol");
    /** Of two alternative fuels the rarer one classifies the car, because it is not sold at every pump. */
    private static final List<String> BY_RARITY =
            List.of("hydrogen", "cng", "lpg", "ethanol", "other", "diesel", "petrol");
    /** Prefixes for hybrids that are charged externally, and those that are not (UN Regulation 101). */
    private static final String OFF_VEHICLE_CHARGING = "OVC-";

    private static final String NOT_OFF_VEHICLE_CHARGING = "NOVC-";

    private final List<RdwRow> rows;
    private final Set<String> fuels;

    RdwFuelRows(List<RdwRow> rows) {
        this.rows = rows;
        this.fuels = rows.stream()
                .flatMap(row -> row.text("brandstof_omschrijving").stream())
                .flatMap(text -> Stream.ofNullable(FUELS.get(text.toLowerCase(Locale.ROOT))))
                .collect(Collectors.toSet());
    }

    /** Returns whether electricity is the only fuel. */
    boolean isElectric() {
        return fuels.equals(Set.of(ELECTRIC));
    }

    Optional<SourcedValue> fuel() {
        return fuelWord().flatMap(word -> Vehicle.valueWithinLimits(CarField.FUEL_TYPE, word, SourcedValue.Origin.RDW));
    }

    private Optional<String> fuelWord() {
        Optional<String> burnedFuel = BY_RARITY.stream().filter(fuels::contains).findFirst();
        if (!fuels.contains(ELECTRIC) || burnedFuel.filter("hydrogen"::equals).isPresent()) {
            return burnedFuel;
        }
        return Optional.of(burnedFuel.isEmpty() ? ELECTRIC : isPlugIn() ? PLUGIN_HYBRID : HYBRID);
    }

    /**
     * Returns whether a hybrid is charged externally. Nothing else in the rows distinguishes it from a self-charging
     * one.
     */
    private boolean isPlugIn() {
        String chargingClass = first("klasse_hybride_elektrisch_voertuig", RdwRow::text)
                .orElse("")
                .toUpperCase(Locale.ROOT);
        return chargingClass.startsWith(OFF_VEHICLE_CHARGING)
                || (!chargingClass.startsWith(NOT_OFF_VEHICLE_CHARGING)
                        && first("actie_radius_extern_opladen_wltp", RdwRow::number)
                                .isPresent());
    }

    /**
     * Returns the power in whole kilowatts. For a hybrid RDW has only the combustion engine's power, less than the
     * power in its adverts. Such a value is marked as unsure.
     */
    Optional<SourcedValue> power() {
        boolean hasOneEngine =
                fuelWord().filter(Set.of(HYBRID, PLUGIN_HYBRID)::contains).isEmpty();
        return first("nettomaximumvermogen", RdwRow::number)
                .or(() -> first("netto_max_vermogen_elektrisch", RdwRow::number))
                .flatMap(number -> Vehicle.valueWithinLimits(
                        CarField.ENGINE_KW,
                        rounded(number),
                        hasOneEngine ? SourcedValue.Origin.RDW : SourcedValue.Origin.RDW_ENGINE))
                .map(value -> hasOneEngine ? value : value.asUncertain());
    }

    /**
     * Returns the CO2 emission. A plug-in hybrid is sold by its weighted value. WLTP takes precedence over the older
     * NEDC cycle.
     */
    Optional<SourcedValue> emission() {
        boolean plugIn = fuelWord().filter(PLUGIN_HYBRID::equals).isPresent();
        Optional<SourcedValue> weighted = !plugIn
                ? Optional.empty()
                : emission("emis_co2_gewogen_gecombineerd_wltp", SourcedValue.Origin.RDW_WLTP)
                        .or(() -> emission("co2_uitstoot_gewogen", SourcedValue.Origin.RDW_NEDC));
        return weighted.or(() -> emission("emissie_co2_gecombineerd_wltp", SourcedValue.Origin.RDW_WLTP))
                .or(() -> emission("co2_uitstoot_gecombineerd", SourcedValue.Origin.RDW_NEDC));
    }

    /** Returns an emission; zero is valid only for a car that burns nothing. */
    private Optional<SourcedValue> emission(String member, SourcedValue.Origin origin) {
        boolean burnsNothing = isElectric() || fuels.contains("hydrogen");
        return first(member, burnsNothing ? RdwRow::numberOrZero : RdwRow::number)
                .flatMap(number -> Vehicle.valueWithinLimits(CarField.ENGINE_EMISSION, rounded(number), origin));
    }

    private static int rounded(BigDecimal number) {
        return number.setScale(0, RoundingMode.HALF_UP).intValue();
    }

    private <T> Optional<T> first(String member, Member<T> reader) {
        return rows.stream().flatMap(row -> reader.of(row, member).stream()).findFirst();
    }

    /** A function that reads a member of a row. */
    @FunctionalInterface
    private interface Member<T> {
        Optional<T> of(RdwRow row, String member);
    }
}
