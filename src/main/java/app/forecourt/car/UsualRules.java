package app.forecourt.car;

/** Numbers against what is seen on cars that are really for sale. */
final class UsualRules implements Rules {

    @Override
    public void judge(Facts car, Findings found) {
        for (CarField field : CarField.values()) {
            Range usual = field.limits().usual();
            car.number(field).filter(number -> field.kind() != FieldType.YEAR && !usual.holds(number))
                    .ifPresent(number -> found.add(field, ProblemCode.UNUSUAL, usual.least(), usual.most()));
        }
    }
}
