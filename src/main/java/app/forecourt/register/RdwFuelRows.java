package app.forecourt.register;

import app.forecourt.car.CarField;
import app.forecourt.car.SourcedValue;
import app.forecourt.car.ValueOrigin;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a vehicle runs on: a row for each of its fuels. */
final class RdwFuelRows {
    private static final String ELECTRIC = "electric";
    private static final String HYBRID = "hybrid";
    private static final String PLUGIN_HYBRID = "plugin_hybrid";
    private static final Map<String, String> FUELS = Map.of("benzine", "petrol", "diesel", "diesel",
            "elektriciteit", ELECTRIC, "lpg", "lpg", "cng", "cng", "lng", "other", "waterstof", "hydrogen",
            "alcohol", "ethanol");
    /** Of two fuels that one burns in turn, the one that is not also bought at every pump says what the car is. */
    private static final List<String> BY_RARITY = List.of("hydrogen", "cng", "lpg", "ethanol", "other",
            "diesel",
            "petrol");
    /** Charged from outside, or not (UN Regulation 101). */
    private static final String OFF_VEHICLE_CHARGING = "OVC-";
    private static final String NOT_OFF_VEHICLE_CHARGING = "NOVC-";

    private final List<RdwRow> rows;
    private final Set<String> fuels;

    RdwFuelRows(List<RdwRow> rows) {
        this.rows = rows;
        this.fuels = rows.stream().flatMap(row -> row.text("brandstof_omschrijving").stream())
                .flatMap(text -> Stream.ofNullable(FUELS.get(text.toLowerCase(Locale.ROOT))))
                .collect(Collectors.toSet());
    }

    /** Whether it has no other fuel. */
    boolean isElectric() {
        return fuels.equals(Set.of(ELECTRIC));
    }

    Optional<SourcedValue> fuel() {
        return kind().flatMap(word -> Vehicle.said(CarField.FUEL_TYPE, word, ValueOrigin.RDW));
    }

    private Optional<String> kind() {
        Optional<String> burned = BY_RARITY.stream().filter(fuels::contains).findFirst();
        if (!fuels.contains(ELECTRIC) || burned.filter("hydrogen"::equals).isPresent()) {
            return burned;
        }
        return Optional.of(burned.isEmpty() ? ELECTRIC : isCharged() ? PLUGIN_HYBRID : HYBRID);
    }

    /** A hybrid that is charged from outside and one that charges itself differ in nothing else. */
    private boolean isCharged() {
        String kind = first("klasse_hybride_elektrisch_voertuig", RdwRow::text).orElse("")
                .toUpperCase(Locale.ROOT);
        return kind.startsWith(OFF_VEHICLE_CHARGING)
                || (!kind.startsWith(NOT_OFF_VEHICLE_CHARGING)
                        && first("actie_radius_extern_opladen_wltp", RdwRow::number).isPresent());
    }

    /** In whole kilowatts. A hybrid's is its engine's alone, less than what it is sold by: to be offered only. */
    Optional<SourcedValue> power() {
        boolean alone = kind().filter(Set.of(HYBRID, PLUGIN_HYBRID)::contains).isEmpty();
        return first("nettomaximumvermogen", RdwRow::number)
                .or(() -> first("netto_max_vermogen_elektrisch", RdwRow::number))
                .flatMap(number -> Vehicle.said(CarField.ENGINE_KW, rounded(number),
                        alone ? ValueOrigin.RDW : ValueOrigin.RDW_ENGINE))
                .map(said -> alone ? said : said.unsure());
    }

    /** Of a plug-in hybrid the weighted one, which is the one it is sold by. The newer cycle goes before the older. */
    Optional<SourcedValue> emission() {
        boolean plugged = kind().filter(PLUGIN_HYBRID::equals).isPresent();
        Optional<SourcedValue> weighted = !plugged ? Optional.empty()
                : emission("emis_co2_gewogen_gecombineerd_wltp", ValueOrigin.RDW_WLTP)
                        .or(() -> emission("co2_uitstoot_gewogen", ValueOrigin.RDW_NEDC));
        return weighted.or(() -> emission("emissie_co2_gecombineerd_wltp", ValueOrigin.RDW_WLTP))
                .or(() -> emission("co2_uitstoot_gecombineerd", ValueOrigin.RDW_NEDC));
    }

    /** Only a car that burns nothing emits nothing. */
    private Optional<SourcedValue> emission(String member, ValueOrigin source) {
        boolean burnsNothing = isElectric() || fuels.contains("hydrogen");
        return first(member, burnsNothing ? RdwRow::numberOrNought : RdwRow::number)
                .flatMap(number -> Vehicle.said(CarField.ENGINE_EMISSION, rounded(number), source));
    }

    private static int rounded(BigDecimal number) {
        return number.setScale(0, RoundingMode.HALF_UP).intValue();
    }

    private <T> Optional<T> first(String member, Member<T> as) {
        return rows.stream().flatMap(row -> as.of(row, member).stream()).findFirst();
    }

    /** A way to read a member of a row. */
    @FunctionalInterface
    private interface Member<T> {
        Optional<T> of(RdwRow row, String member);
    }
}
