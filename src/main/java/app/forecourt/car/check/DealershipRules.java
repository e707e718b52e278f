package app.forecourt.car.check;

import app.forecourt.car.CarField;
import app.forecourt.car.KnownDealerships;
import app.forecourt.car.KnownDealerships.Seller;
import app.forecourt.car.Problem;
import app.forecourt.car.ProblemCode;
import java.util.List;
import java.util.function.Predicate;

/** Whether the dealership is one of the desk's own, and is typed as AutoChat knows it where the car goes. */
final class DealershipRules implements CarRule {

    @Override
    public void check(ValidationContext car, ProblemCollector found) {
        KnownDealerships own = car.sellers();
        if (own.areSetUp()) {
            car.text(CarField.DEALERSHIP_ID).filter(typed -> !own.names().containsKey(typed))
                    .ifPresent(typed -> found.add(stranger(typed, own)));
        }
    }

    /** What is no id here may be one elsewhere, or a name; then it is known which one is meant. */
    private static Problem stranger(String typed, KnownDealerships own) {
        List<Seller> elsewhere = those(own, seller -> seller.elsewhere().contains(typed));
        List<Seller> called = elsewhere.isEmpty()
                ? those(own, seller -> seller.name().equalsIgnoreCase(typed))
                : elsewhere;
        List<String> ids = called.stream().map(Seller::id).filter(id -> !id.isEmpty()).toList();
        if (called.isEmpty()) {
            return Problem.of(CarField.DEALERSHIP_ID, ProblemCode.DEALERSHIP_UNKNOWN)
                    .offering(those(own, seller -> seller.id().equalsIgnoreCase(typed)).stream()
                            .map(Seller::id).toList());
        }
        String name = called.getFirst().name().isEmpty() ? typed : called.getFirst().name();
        if (ids.isEmpty()) {
            return Problem.of(CarField.DEALERSHIP_ID, ProblemCode.DEALERSHIP_NOT_HERE, name, own.profile());
        }
        return (elsewhere.isEmpty() ? Problem.of(CarField.DEALERSHIP_ID, ProblemCode.DEALERSHIP_BY_NAME)
                : Problem.of(CarField.DEALERSHIP_ID, ProblemCode.DEALERSHIP_FROM_ELSEWHERE, name,
                        own.profile()))
                .offering(ids);
    }

    private static List<Seller> those(KnownDealerships own, Predicate<Seller> which) {
        return own.all().stream().filter(which).toList();
    }
}
