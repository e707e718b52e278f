package app.forecourt.car.check;

import app.forecourt.car.CarField;
import app.forecourt.car.Problem;
import java.util.List;
import java.util.Set;

/** Rules that compare the fuel with displacement and emissions. */
final class EngineRules implements CarValidator.Rule {
    private static final String ELECTRIC = "electric";
    /** Fuels of cars with a combustion engine, hybrids included. */
    private static final Set<String> COMBUSTION = Set.of("petrol", "diesel", "hybrid", "plugin_hybrid", "lpg",
            "cng", "ethanol");

    @Override
    public void check(ValidationContext context) {
        String fuel = context.text(CarField.FUEL_TYPE).orElse("");
        if (fuel.equals(ELECTRIC)) {
            for (CarField field : List.of(CarField.ENGINE_DISPLACEMENT, CarField.ENGINE_EMISSION)) {
                if (context.integer(field).orElse(0) > 0) {
                    context.add(field, Problem.Code.ELECTRIC_HAS_NONE);
                }
            }
        }
        if (COMBUSTION.contains(fuel) && context.integer(CarField.ENGINE_EMISSION).orElse(1) == 0) {
            context.add(CarField.ENGINE_EMISSION, Problem.Code.BURNS_WITHOUT_CO2);
        }
    }
}
