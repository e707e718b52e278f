package app.forecourt.car.check;

import app.forecourt.car.CarField;
import app.forecourt.car.Problem.Code;
import app.forecourt.text.Litres;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Rules that compare the fuel with displacement and emissions. */
final class FuelRules implements CarValidator.Rule {
    private static final String ELECTRIC = "electric";
    /** Fuels of cars with a combustion engine, hybrids included. */
    private static final Set<String> COMBUSTION =
            Set.of("petrol", "diesel", "hybrid", "plugin_hybrid", "lpg", "cng", "ethanol");
    /** Fuels of cars that no plug charges. */
    private static final Set<String> FUEL_ONLY = Set.of("petrol", "diesel", "hybrid", "lpg", "cng");
    /** Grams of CO2 per kilometre; the lowest of any such car are above 70. */
    private static final int LEAST_EMISSION = 60;
    /** Litres of an engine, as in 1.4 TSI. No car has seven; tonnes of a van and kWh of a battery are none. */
    private static final Pattern LITRES =
            Pattern.compile("(?<![0-9.,])[0-6][.,][0-9](?![0-9.,]|[ -]?(?:[tT]|ton|kWh)\\b)");
    /** Cubic centimetres; makers round, and some call 1,248 the engine 1.3. */
    private static final int ROUNDING = 110;

    @Override
    public void check(ValidationRun context) {
        String fuel = context.text(CarField.FUEL_TYPE).orElse("");
        if (fuel.equals(ELECTRIC)) {
            for (CarField field : List.of(CarField.ENGINE_DISPLACEMENT, CarField.ENGINE_EMISSION)) {
                if (context.integer(field).orElse(0) > 0) {
                    context.add(field, Code.ELECTRIC_HAS_NONE);
                }
            }
        }
        checkVersion(context);
        if (FUEL_ONLY.contains(fuel)) {
            context.integer(CarField.ENGINE_EMISSION)
                    .filter(emission -> emission > 0 && emission < LEAST_EMISSION)
                    .ifPresent(_ -> context.add(CarField.ENGINE_EMISSION, Code.LOW_CO2));
        }
        if (COMBUSTION.contains(fuel)
                && context.integer(CarField.ENGINE_EMISSION).orElse(1) == 0) {
            context.add(CarField.ENGINE_EMISSION, Code.BURNS_WITHOUT_CO2);
        }
    }

    /** Compares the displacement with the litres in the version, if one of its numbers can be litres. */
    private static void checkVersion(ValidationRun context) {
        List<String> litres = context.text(CarField.VERSION).stream()
                .flatMap(version -> LITRES.matcher(version).results().map(MatchResult::group))
                .toList();
        context.integer(CarField.ENGINE_DISPLACEMENT)
                .filter(_ -> !litres.isEmpty())
                .filter(displacement -> litres.stream()
                        .flatMap(number -> Litres.toCubicCentimetres(number).stream())
                        .noneMatch(meant -> Math.abs(displacement - meant) <= ROUNDING))
                .ifPresent(_ -> context.add(CarField.ENGINE_DISPLACEMENT, Code.VERSION_DIFFERS, litres.getFirst()));
    }
}
