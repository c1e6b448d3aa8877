package eu.sortie.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks tests of scenarios over a {@link eu.sortie.containers.FaultyLine}.
 *
 * <p>Where no line can be laid, for want of a Docker engine or of the image, they are left out before anything starts, with their
 * because; with {@code -Dsortie.lab.required=true} leaving one out fails.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@ExtendWith(FaultyLineCondition.class)
public @interface NeedsFaultyLine {

  /** Why nothing less will do. */
  String because();
}
