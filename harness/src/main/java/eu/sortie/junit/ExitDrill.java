package eu.sortie.junit;

import eu.sortie.spi.Estate;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks a method that runs a drill: it takes a {@link eu.sortie.drill.Drill} and runs one scenario.
 *
 * <p>The drill is a test, and each gate it judged is one more. The environment is the configuration parameter or system property
 * {@value ExitDrillExtension#ENVIRONMENT}: {@code embedded} unless said otherwise, or an environment file. Evidence goes where
 * {@value ExitDrillExtension#EVIDENCE} says, {@code target/drills} unless said otherwise.
 */
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@TestTemplate
@Tag("drill")
@ExtendWith(ExitDrillExtension.class)
public @interface ExitDrill {

  /** What an emulated source is filled with first; taken as it is unless said otherwise, and a live one always. */
  Class<? extends Estate> estate() default NoEstate.class;
}
