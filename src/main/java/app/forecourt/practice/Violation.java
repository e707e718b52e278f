package app.forecourt.practice;

/**
 * One error of a car.
 *
 * @param propertyPath the member, or an entry of a list such as {@code options[3]}
 * @param message the text that API Platform's validator uses
 */
record Violation(String propertyPath, String message) {}
