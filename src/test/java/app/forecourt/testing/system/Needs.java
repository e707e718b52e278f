package app.forecourt.testing.system;

import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Leaves a test, or all tests of a class, out on systems without a feature. */
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(Needs.Condition.class)
public @interface Needs {
    SystemFeature value();

    /** The condition of JUnit. */
    final class Condition implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return AnnotationSupport.findAnnotation(context.getElement(), Needs.class)
                    .map(Needs::value)
                    .filter(feature -> !feature.isPresent())
                    .map(missing -> ConditionEvaluationResult.disabled(missing.reason()))
                    .orElseGet(() -> ConditionEvaluationResult.enabled(null));
        }
    }
}
