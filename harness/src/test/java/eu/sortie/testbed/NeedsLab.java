package eu.sortie.testbed;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks tests that need the lab: a Docker engine with its images. Hands them a {@link Lab}.
 *
 * <p>Where there is none they are left out, before anything starts, and the build lists them with their because at its end; with
 * {@code -Dsortie.lab.required=true} leaving one out fails.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@ExtendWith(LabSupport.class)
public @interface NeedsLab {

  /** Why nothing less will do. */
  String because();
}
