package app.forecourt.car.check;

import app.forecourt.car.CarField;
import app.forecourt.car.Problem;
import app.forecourt.car.Problem.Code;
import app.forecourt.car.ProfileDealerships;
import app.forecourt.car.ProfileDealerships.Seller;
import java.util.List;
import java.util.function.Predicate;

/** Rules for the dealership: it is in the settings, and the text is its id on the chosen profile. */
final class DealershipRules implements CarValidator.Rule {

    @Override
    public void check(ValidationRun context) {
        ProfileDealerships dealerships = context.dealerships();
        if (dealerships.isConfigured()) {
            context.text(CarField.DEALERSHIP_ID)
                    .filter(typed -> !dealerships.namesById().containsKey(typed))
                    .ifPresent(typed -> context.add(problemOf(typed, dealerships)));
        }
    }

    /**
     * Returns the problem of a text that is no id on this profile. If the text is an id on another profile or a name,
     * the intended dealership is known.
     */
    private static Problem problemOf(String typed, ProfileDealerships dealerships) {
        List<Seller> elsewhere =
                filter(dealerships, seller -> seller.idsElsewhere().contains(typed));
        List<Seller> intended = elsewhere.isEmpty()
                ? filter(dealerships, seller -> seller.name().equalsIgnoreCase(typed))
                : elsewhere;
        List<String> ids =
                intended.stream().map(Seller::id).filter(id -> !id.isEmpty()).toList();
        if (intended.isEmpty()) {
            return Problem.of(CarField.DEALERSHIP_ID, Code.DEALERSHIP_UNKNOWN)
                    .withCorrections(filter(dealerships, seller -> seller.id().equalsIgnoreCase(typed)).stream()
                            .map(Seller::id)
                            .toList());
        }
        String name = intended.getFirst().name().isEmpty()
                ? typed
                : intended.getFirst().name();
        if (ids.isEmpty()) {
            return Problem.of(CarField.DEALERSHIP_ID, Code.DEALERSHIP_NOT_HERE, name, dealerships.profile());
        }
        return (elsewhere.isEmpty()
                        ? Problem.of(CarField.DEALERSHIP_ID, Code.DEALERSHIP_BY_NAME)
                        : Problem.of(
                                CarField.DEALERSHIP_ID, Code.DEALERSHIP_FROM_ELSEWHERE, name, dealerships.profile()))
                .withCorrections(ids);
    }

    private static List<Seller> filter(ProfileDealerships dealerships, Predicate<Seller> condition) {
        return dealerships.sellers().stream().filter(condition).toList();
    }
}
