package app.forecourt.model.send;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.Problem;
import app.forecourt.model.store.CarInMemory;
import app.forecourt.settings.Profile;
import app.forecourt.stock.Submission;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The warnings about what an advert on production should not lack, in form order. Each is raised once per car in a run.
 */
final class MissingContentWarnings {
    private static final List<Problem> ALL = List.of(
            Problem.of(CarField.DATE_OF_FIRST_REGISTRATION, Problem.Code.NO_FIRST_REGISTRATION),
            Problem.of(CarField.MILEAGE, Problem.Code.NO_MILEAGE),
            Problem.of(CarField.DESCRIPTION, Problem.Code.NO_DESCRIPTION),
            Problem.of(CarField.IMAGES, Problem.Code.NO_PHOTO));

    private final Map<UUID, Set<Problem>> raised = new HashMap<>();

    /** Returns what a car's advert lacks. Leaves out what the last submission to production lacked too. */
    static List<Problem> missing(CarInMemory car, CarDraft draft) {
        Optional<CarDraft> sent =
                car.submissions().to(Profile.PRODUCTION).findFirst().map(Submission::draft);
        return ALL.stream()
                .filter(warning -> draft.text(warning.field()).isBlank())
                .filter(warning -> sent.filter(
                                last -> last.text(warning.field()).isBlank())
                        .isEmpty())
                .toList();
    }

    /**
     * Returns the new warnings about a car, which count as raised from now on. What the last submission to production
     * lacked too raises none, because the user was asked then.
     */
    List<Problem> raise(CarInMemory car, CarDraft draft) {
        Set<Problem> earlier = raised.computeIfAbsent(car.id(), _ -> new HashSet<>());
        return missing(car, draft).stream().filter(earlier::add).toList();
    }
}
