package app.forecourt.practice;

/**
 * One thing wrong with a car.
 *
 * @param propertyPath where: a member, or an entry of one as {@code options[3]}
 * @param message what, in the words API Platform's validator uses
 */
record Violation(String propertyPath, String message) {}
